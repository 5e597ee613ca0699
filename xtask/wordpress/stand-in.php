<?php
/**
 * Replaces the servers that a WordPress on this machine would contact: Akismet's server and the
 * mail server. Logs what they would get. Knows Akismet's protocol: a text with `spam-for-sure` is
 * spam that Akismet would discard, `spam` is spam, and everything else is not.
 */

/**
 * Adds a line to a log file in the folder wp-content.
 *
 * @param string $name The file's name.
 * @param mixed  $what The value to log.
 */
function scorecard_stand_in_note( $name, $what ) {
	file_put_contents( WP_CONTENT_DIR . "/$name.ndjson", json_encode( $what ) . "\n", FILE_APPEND | LOCK_EX );
}

add_filter(
	'pre_http_request',
	static function ( $result, $args, $url ) {
		$is_akismet = (bool) preg_match( '~^https?://([a-z0-9]+\.)?rest\.akismet\.com/~', $url );
		if ( ! $is_akismet ) {
			return new WP_Error( 'http_request_failed', 'Nothing goes out from here.' );
		}
		parse_str( is_string( $args['body'] ) ? $args['body'] : http_build_query( $args['body'] ), $told );
		scorecard_stand_in_note( 'akismet', array( 'url' => $url ) + compact( 'told' ) );
		$text    = $told['comment_content'] ?? '';
		$is_sure = false !== strpos( $text, 'spam-for-sure' );
		$body    = false !== strpos( $text, 'spam' ) ? 'true' : 'false';
		if ( false !== strpos( $url, 'verify-key' ) ) {
			$body = 'valid';
		}
		// The class has another name since WordPress 6.2.
		$headers = class_exists( 'WpOrg\Requests\Utility\CaseInsensitiveDictionary' ) ? 'WpOrg\Requests\Utility\CaseInsensitiveDictionary' : 'Requests_Utility_CaseInsensitiveDictionary';
		return array(
			'headers'  => new $headers( $is_sure ? array( 'x-akismet-pro-tip' => 'discard' ) : array() ),
			'body'     => $body,
			'response' => array(
				'code'    => 200,
				'message' => 'OK',
			),
			'cookies'  => array(),
			'filename' => null,
		);
	},
	10,
	3
);

add_filter(
	'pre_wp_mail',
	static function ( $result, $mail ) {
		scorecard_stand_in_note( 'mails', $mail );
		return true;
	},
	10,
	2
);
