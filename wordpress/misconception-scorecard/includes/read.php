<?php
/**
 * Reads what a widget sends, strictly: every problem has a JSON pointer and says what was expected.
 *
 * Knows the documents of the contract, as JSON that was decoded into objects. Must not know
 * WordPress, requests, storage, or which questionnaires this site has.
 *
 * @package Misconception_Scorecard
 */

namespace Misconception_Scorecard;

defined( 'ABSPATH' ) || exit;

const MOST_CHARACTERS = 4000;
const MOST_ITEMS      = 1000;
const NO_OTHERS       = 'none but the keys of the contract';

/**
 * Invisible characters: white space, control and format characters, and those that Unicode says to
 * ignore.
 */
const UNSEEN = '\p{Z}\p{Cc}\p{Cf}\x{34f}\x{115f}\x{1160}\x{17b4}\x{17b5}\x{180b}-\x{180f}\x{2065}\x{2800}\x{3164}\x{fe00}-\x{fe0f}\x{ffa0}\x{fff0}-\x{fff8}\x{e0000}-\x{e0fff}';

const ID_PATTERN   = '/^[^' . UNSEEN . ']+$/uD';
const LANG_PATTERN = '/^[A-Za-z]{2}[A-Za-z0-9-]*$/D';

/**
 * A problem in the contract's form.
 *
 * @param string $code     One of the contract's codes.
 * @param string $pointer  A JSON pointer.
 * @param string $expected What was expected, in words for people.
 */
function problem( $code, $pointer, $expected ) {
	return array(
		'code'     => $code,
		'pointer'  => $pointer,
		'expected' => $expected,
	);
}

/**
 * The JSON pointer of a key.
 *
 * @param string     $pointer The pointer of the object or array that has the key.
 * @param string|int $key     The key.
 */
function inside( $pointer, $key ) {
	return $pointer . '/' . str_replace( array( '~', '/' ), array( '~0', '~1' ), (string) $key );
}

/**
 * Parses JSON in UTF-8, with objects as objects. Throws a JsonException, also for invalid UTF-8 or
 * half a surrogate pair.
 *
 * @param string $bytes What was sent.
 */
function parse_json( $bytes ) {
	return json_decode( $bytes, false, 512, JSON_THROW_ON_ERROR );
}

/**
 * Whether a text has no visible character.
 *
 * @param string $text The text.
 */
function is_blank( $text ) {
	return 1 === preg_match( '/^[' . UNSEEN . ']*$/uD', $text );
}

/**
 * Whether a number is an integer within bounds. 4.0 counts as 4.
 *
 * @param mixed $value What was sent.
 * @param int   $least The least allowed value.
 * @param int   $most  The greatest allowed value.
 */
function is_whole( $value, $least, $most ) {
	$is_whole = is_int( $value ) || ( is_float( $value ) && floor( $value ) === $value );
	return $is_whole && $value >= $least && $value <= $most;
}

// A kind is a function that takes a value and its pointer, and returns the problems found there.

/**
 * A kind: a text of limited length.
 *
 * @param int         $most      The greatest length, in characters.
 * @param bool        $is_filled Whether it must have a visible character.
 * @param string|null $pattern   A regular expression that it must match.
 */
function kind_text( $most = MOST_CHARACTERS, $is_filled = true, $pattern = null ) {
	return static function ( $value, $at ) use ( $most, $is_filled, $pattern ) {
		if ( ! is_string( $value ) ) {
			return array( problem( 'wrongType', $at, 'a string' ) );
		}
		if ( $is_filled && is_blank( $value ) ) {
			return array( problem( 'empty', $at, 'a string' ) );
		}
		if ( mb_strlen( $value, 'UTF-8' ) > $most ) {
			return array( problem( 'tooLarge', $at, "at most $most characters" ) );
		}
		if ( null !== $pattern ) {
			return preg_match( $pattern, $value ) ? array() : array( problem( 'malformed', $at, "a string like $pattern" ) );
		}
		$has_control = preg_match( '/[\x{0}-\x{8}\x{b}\x{c}\x{e}-\x{1f}\x{7f}-\x{9f}]/u', $value );
		return $has_control ? array( problem( 'controlCharacter', $at, 'no control characters' ) ) : array();
	};
}

/**
 * A kind: one of these words.
 *
 * @param string ...$words The allowed words.
 */
function kind_word( ...$words ) {
	return static function ( $value, $at ) use ( $words ) {
		$expected = implode( ' or ', $words );
		if ( ! is_string( $value ) ) {
			return array( problem( 'wrongType', $at, $expected ) );
		}
		return in_array( $value, $words, true ) ? array() : array( problem( 'unknownValue', $at, $expected ) );
	};
}

/**
 * A kind: null, or what another kind takes.
 *
 * @param callable $kind The other kind.
 */
function kind_or_null( $kind ) {
	return static function ( $value, $at ) use ( $kind ) {
		return null === $value ? array() : $kind( $value, $at );
	};
}

/**
 * A kind: an object with these keys and no others.
 *
 * @param array $fields   Kinds by key.
 * @param array $optional Keys that may be absent.
 */
function kind_map( $fields, $optional = array() ) {
	return static function ( $value, $at ) use ( $fields, $optional ) {
		if ( ! is_object( $value ) ) {
			return array( problem( 'wrongType', $at, 'an object' ) );
		}
		$parts = get_object_vars( $value );
		$found = array();
		foreach ( array_keys( $fields ) as $key ) {
			if ( ! array_key_exists( $key, $parts ) && ! in_array( $key, $optional, true ) ) {
				$found[] = problem( 'missing', inside( $at, $key ), 'this key' );
			}
		}
		foreach ( $parts as $key => $part ) {
			$pointer = inside( $at, $key );
			$new     = isset( $fields[ $key ] )
				? $fields[ $key ]( $part, $pointer )
				: array( problem( 'unknownKey', $pointer, NO_OTHERS ) );
			array_push( $found, ...$new );
		}
		return $found;
	};
}

/**
 * A kind: an object whose keys are ids and whose values are of another kind.
 *
 * @param callable $each The kind of the values.
 */
function kind_by_id( $each ) {
	return static function ( $value, $at ) use ( $each ) {
		if ( ! is_object( $value ) ) {
			return array( problem( 'wrongType', $at, 'an object' ) );
		}
		$parts = get_object_vars( $value );
		if ( ! $parts ) {
			return array( problem( 'empty', $at, 'at least one' ) );
		}
		if ( count( $parts ) > MOST_ITEMS ) {
			return array( problem( 'tooLarge', $at, 'at most 1,000' ) );
		}
		$found = array();
		foreach ( $parts as $id => $part ) {
			$pointer = inside( $at, $id );
			$is_id   = preg_match( ID_PATTERN, (string) $id ) && mb_strlen( (string) $id, 'UTF-8' ) <= MOST_CHARACTERS;
			$new     = $is_id ? $each( $part, $pointer ) : array( problem( 'malformed', $pointer, 'an id' ) );
			array_push( $found, ...$new );
		}
		return $found;
	};
}

/** A kind: the answer to one statement. */
function kind_answer() {
	$agreement = static function ( $value, $at ) {
		$is_right = 'dontKnow' === $value || is_whole( $value, 1, 7 );
		return $is_right ? array() : array( problem( 'outOfRange', $at, 'a point of the scale, or dontKnow' ) );
	};
	$certainty = static function ( $value, $at ) {
		if ( ! is_int( $value ) && ! is_float( $value ) ) {
			return array( problem( 'wrongType', $at, 'a level of certainty' ) );
		}
		$is_right = is_whole( $value, -1000, 1005 );
		return $is_right ? array() : array( problem( 'outOfRange', $at, 'a level of certainty' ) );
	};
	return kind_map( compact( 'agreement', 'certainty' ), array( 'certainty' ) );
}

/** The kinds of the three documents that may be sent, by name. */
function document_kinds() {
	$written = static function ( $pattern ) {
		return kind_text( MOST_CHARACTERS, true, $pattern );
	};
	$schema  = kind_word( '1' );
	$receipt = $written( '/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/D' );
	$asked   = array(
		'id'      => $written( ID_PATTERN ),
		'version' => kind_text(),
		'lang'    => $written( LANG_PATTERN ),
	);
	$printed = array(
		'format' => $written( '/^1(\.[0-9]{1,4})?$/D' ),
		'shape'  => $written( '/^[0-9a-f]{6}$/D' ),
	);
	$answers = kind_by_id( kind_answer() );
	return array(
		'response' => kind_map(
			array(
				'kind'          => kind_word( 'response' ),
				'schema'        => $schema,
				'receipt'       => $receipt,
				'widget'        => $written( '/^[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}$/D' ),
				'questionnaire' => kind_map( $asked + $printed ),
				'answers'       => $answers,
				'first'         => kind_or_null( $answers ),
				'verdicts'      => kind_by_id( kind_word( 'held', 'leaning', 'unsure', 'insufficient', 'notHeld' ) ),
			)
		),
		'remark'   => kind_map(
			array(
				'kind'          => kind_word( 'remark' ),
				'schema'        => $schema,
				'receipt'       => $receipt,
				'about'         => kind_word( 'suggestion', 'dispute' ),
				'misconception' => kind_or_null( $written( ID_PATTERN ) ),
				'questionnaire' => kind_map( $asked ),
				'text'          => kind_text( MOST_CHARACTERS, false ),
				'by'            => kind_text( 100, false ),
			)
		),
		'withdraw' => kind_map(
			array(
				'kind'    => kind_word( 'withdraw' ),
				'schema'  => $schema,
				'receipt' => $receipt,
			)
		),
	);
}

/**
 * The problems of a document on its own; an empty array if there are none.
 *
 * @param mixed $document What was sent, decoded.
 */
function problems_of( $document ) {
	if ( ! is_object( $document ) ) {
		return array( problem( 'wrongType', '', 'an object' ) );
	}
	$kinds = document_kinds();
	$parts = get_object_vars( $document );
	if ( ! array_key_exists( 'kind', $parts ) ) {
		return array( problem( 'missing', '/kind', 'this key' ) );
	}
	$of_kind = kind_word( ...array_keys( $kinds ) );
	$found   = $of_kind( $document->kind, '/kind' );
	if ( $found ) {
		return $found;
	}
	$found = $kinds[ $document->kind ]( $document, '' );
	return $found || 'remark' !== $document->kind ? $found : remark_problems( $document );
}

/**
 * Checks the rules between the keys of a remark.
 *
 * @param object $remark A remark whose keys are valid on their own.
 */
function remark_problems( $remark ) {
	$is_dispute = 'dispute' === $remark->about;
	$found      = array();
	if ( ( null === $remark->misconception ) === $is_dispute ) {
		$expected = $is_dispute ? 'the id of the misconception that is disputed' : 'null for a suggestion';
		$found[]  = problem( 'wrongType', '/misconception', $expected );
	}
	if ( ! $is_dispute && is_blank( $remark->text ) ) {
		$found[] = problem( 'empty', '/text', 'a string' );
	}
	return $found;
}
