<?php
/**
 * The terms of a questionnaire: its ids, and a checksum of everything that gives an answer its
 * meaning.
 *
 * Knows the keys of format 1.0 that go into the checksum, and their defaults. Must not know what an
 * answer means. The core's `check` in the editor's browser validates a questionnaire; this file
 * only refuses what would make terms impossible.
 *
 * @package Misconception_Scorecard
 */

namespace Misconception_Scorecard;

defined( 'ABSPATH' ) || exit;

/**
 * The CRC-24 of a string (RFC 4880, 6.1).
 *
 * @param string $bytes The string.
 */
function crc24( $bytes ) {
	$sum    = 0xb704ce;
	$length = strlen( $bytes );
	for ( $index = 0; $index < $length; $index++ ) {
		$sum ^= ord( $bytes[ $index ] ) << 16;
		for ( $bit = 0; $bit < 8; $bit++ ) {
			$sum <<= 1;
			if ( $sum & 0x1000000 ) {
				$sum ^= 0x1864cfb;
			}
		}
	}
	return $sum;
}

/**
 * The terms of a questionnaire; null if it has none.
 *
 * @param mixed $questionnaire Decoded with objects as arrays.
 */
function terms_of( $questionnaire ) {
	$id             = $questionnaire['id'] ?? null;
	$version        = $questionnaire['version'] ?? null;
	$misconceptions = $questionnaire['misconceptions'] ?? null;
	if ( ! is_string( $id ) || ! preg_match( ID_PATTERN, $id ) || ! is_string( $version ) || ! is_array( $misconceptions ) ) {
		return null;
	}
	$points    = $questionnaire['scale']['points'] ?? 5;
	$certainty = certainty_levels( $questionnaire );
	$numbers   = array_merge( array( $points ), $certainty ?? array(), cutoffs_of( $questionnaire ) );
	if ( ! is_whole( $points, 2, 7 ) || array_filter( $numbers, static fn( $it ) => ! is_int( $it ) && ! is_float( $it ) ) ) {
		return null;
	}
	$bytes      = "$id\0$version\0" . implode( '', array_map( static fn( $it ) => pack( 'e', $it ), $numbers ) );
	$statements = array();
	$names      = array();
	foreach ( array_values( $misconceptions ) as $index => $misconception ) {
		$name = $misconception['id'] ?? null;
		if ( ! is_string( $name ) || ! is_array( $misconception['statements'] ?? null ) ) {
			return null;
		}
		$names[] = $name;
		foreach ( $misconception['statements'] as $statement ) {
			$weight = $statement['weight'] ?? 1;
			if ( ! is_string( $statement['id'] ?? null ) || ! ( is_int( $weight ) || is_float( $weight ) ) ) {
				return null;
			}
			$statements[] = $statement['id'];
			$key          = 'fact' === ( $statement['key'] ?? '' ) ? "\x01" : "\x00";
			$bytes       .= $statement['id'] . "\0" . $key . pack( 'e', $weight ) . "$index\0";
		}
	}
	return array(
		'id'             => $id,
		'version'        => $version,
		'shape'          => sprintf( '%06x', crc24( $bytes ) ),
		'points'         => (int) $points,
		'dontKnow'       => false !== ( $questionnaire['scale']['dontKnow'] ?? true ),
		'certainty'      => $certainty,
		'statements'     => $statements,
		'misconceptions' => $names,
	);
}

/**
 * The lowest and the highest level of certainty; null if certainty is not asked.
 *
 * @param array $questionnaire The questionnaire.
 */
function certainty_levels( $questionnaire ) {
	if ( ! isset( $questionnaire['certainty'] ) ) {
		return null;
	}
	$certainty = (array) $questionnaire['certainty'];
	$from      = $certainty['from'] ?? 1;
	$levels    = $certainty['levels'] ?? 4;
	$is_number = ( is_int( $from ) || is_float( $from ) ) && ( is_int( $levels ) || is_float( $levels ) );
	return array( $from, $certainty['to'] ?? ( $is_number ? $from + $levels - 1 : null ) );
}

/**
 * The cutoffs for held, leaning and unsure.
 *
 * @param array $questionnaire The questionnaire.
 */
function cutoffs_of( $questionnaire ) {
	$cutoffs = (array) ( $questionnaire['cutoffs'] ?? array() );
	return array( $cutoffs['held'] ?? 75, $cutoffs['leaning'] ?? 62.5, $cutoffs['unsure'] ?? 37.5 );
}
