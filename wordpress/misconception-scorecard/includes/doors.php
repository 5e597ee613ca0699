<?php
/**
 * Decides who may send, and how much.
 *
 * Knows origins. Knows IP addresses only as hashes, whose key is thrown away after a minute.
 * Must not know what is sent.
 *
 * @package Misconception_Scorecard
 */

namespace Misconception_Scorecard;

defined( 'ABSPATH' ) || exit;

const OPTION_MINUTE = 'misconception_scorecard_minute';

/** How many IP addresses are counted separately per minute; all others share one count. */
const MOST_ADDRESSES = 500;

/**
 * The origin of a URL; empty if it has none.
 *
 * @param string $url The URL.
 */
function origin_of( $url ) {
	$parts = wp_parse_url( $url );
	if ( ! is_array( $parts ) || ! in_array( $parts['scheme'] ?? '', array( 'http', 'https' ), true ) || empty( $parts['host'] ) ) {
		return '';
	}
	$port     = $parts['port'] ?? null;
	$ordinary = 'https' === $parts['scheme'] ? 443 : 80;
	return strtolower( $parts['scheme'] . '://' . $parts['host'] ) . ( $port && $ordinary !== $port ? ":$port" : '' );
}

/** The origins whose pages may send: this site's, and those in the settings. */
function allowed_origins() {
	$own = array( origin_of( home_url() ), origin_of( site_url() ) );
	return array_values( array_unique( array_filter( array_merge( $own, setting( 'origins' ) ) ) ) );
}

/**
 * Whether a page of this origin may send. A request without an origin does not come from another
 * site's page, so it may.
 *
 * @param string|null $origin The request's Origin header.
 */
function may_send( $origin ) {
	return null === $origin || '' === $origin || in_array( $origin, allowed_origins(), true );
}

/**
 * Counts a message, and returns whether its sender has sent too many in this minute.
 *
 * @param string $address The sender's IP address.
 */
function is_too_often( $address ) {
	$most   = (int) apply_filters( 'misconception_scorecard_per_minute', setting( 'per_minute' ) );
	$minute = (int) floor( time() / 60 );
	$counts = get_option( OPTION_MINUTE );
	if ( ! is_array( $counts ) || ( $counts['minute'] ?? 0 ) !== $minute ) {
		$counts = array(
			'minute' => $minute,
			'key'    => wp_generate_password( 32, true, true ),
			'sent'   => array(),
		);
	}
	$who = substr( hash_hmac( 'sha256', $address, $counts['key'] ), 0, 16 );
	if ( ! isset( $counts['sent'][ $who ] ) && count( $counts['sent'] ) >= MOST_ADDRESSES ) {
		$who = 'others';
	}
	$sent = ( $counts['sent'][ $who ] ?? 0 ) + 1;
	if ( $sent <= $most ) {
		$counts['sent'][ $who ] = $sent;
		update_option( OPTION_MINUTE, $counts, false );
	}
	return $sent > $most;
}
