<?php
/**
 * Conditions that a test can set by the query of a request: few messages per minute, a database
 * that fails, a sender with another IP address and browser. Other requests have no limit, because a
 * suite sends more than any reader. Knows the plugin's filter and the name of its table.
 */

// phpcs:disable
$scorecard_asked = static fn( $name ) => isset( $_GET[ $name ] );

if ( $scorecard_asked( 'limited' ) ) {
	$_SERVER['REMOTE_ADDR'] = '192.0.2.9';
}
if ( $scorecard_asked( 'afar' ) ) {
	$_SERVER['REMOTE_ADDR']     = '192.0.2.77';
	$_SERVER['HTTP_USER_AGENT'] = 'A telling browser';
}
add_filter(
	'misconception_scorecard_per_minute',
	static fn( $set ) => $scorecard_asked( 'limited' ) ? 20 : ( $scorecard_asked( 'ordinary' ) ? $set : 1000000 )
);
add_filter(
	'query',
	static fn( $query ) => $scorecard_asked( 'failing' ) ? str_replace( 'wp_misconception_scorecard', 'wp_nowhere', $query ) : $query
);
