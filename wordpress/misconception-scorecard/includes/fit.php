<?php
/**
 * Checks a document against the questionnaire that it is about.
 *
 * Knows documents that were read and the terms of questionnaires. Must not know what an answer
 * means: nothing is scored here.
 *
 * @package Misconception_Scorecard
 */

namespace Misconception_Scorecard;

defined( 'ABSPATH' ) || exit;

/**
 * A refusal in the contract's form.
 *
 * @param int    $status   The HTTP status.
 * @param string $code     One of the contract's codes.
 * @param array  $problems The problems, if there are any to name.
 */
function refusal( $status, $code, $problems = array() ) {
	return compact( 'status', 'code', 'problems' );
}

/**
 * Why a document does not fit; null if it does.
 *
 * @param object     $document A response or a remark that was read without problems.
 * @param array|null $terms    The terms of the questionnaire that it names; null if the site does not have it.
 */
function unfitting( $document, $terms ) {
	if ( null === $terms ) {
		return refusal( 404, 'unknownQuestionnaire' );
	}
	foreach ( array( 'version', 'shape' ) as $key ) {
		if ( isset( $document->questionnaire->$key ) && $document->questionnaire->$key !== $terms[ $key ] ) {
			$expected = 'that of the questionnaire which is asked now';
			return refusal( 409, 'otherVersion', array( problem( 'notComparable', "/questionnaire/$key", $expected ) ) );
		}
	}
	$found = 'response' === $document->kind ? response_problems( $document, $terms ) : array();
	if ( 'remark' === $document->kind && null !== $document->misconception ) {
		$found = unknown_id( $document->misconception, $terms['misconceptions'], '/misconception' );
	}
	return $found ? refusal( 422, 'invalidDocument', $found ) : null;
}

/**
 * A problem if the id is unknown.
 *
 * @param string $id      The id.
 * @param array  $known   The known ids.
 * @param string $pointer The id's JSON pointer.
 */
function unknown_id( $id, $known, $pointer ) {
	return in_array( $id, $known, true ) ? array() : array( problem( 'unknownId', $pointer, 'a known id' ) );
}

/**
 * The problems of a response.
 *
 * @param object $response The response.
 * @param array  $terms    The terms of its questionnaire.
 */
function response_problems( $response, $terms ) {
	$found = array_merge(
		answer_problems( 'answers', $response->answers, $terms ),
		answer_problems( 'first', $response->first ?? new \stdClass(), $terms )
	);
	$given = get_object_vars( $response->verdicts );
	foreach ( array_keys( $given ) as $id ) {
		array_push( $found, ...unknown_id( (string) $id, $terms['misconceptions'], inside( '/verdicts', $id ) ) );
	}
	foreach ( $terms['misconceptions'] as $id ) {
		if ( ! array_key_exists( $id, $given ) ) {
			$found[] = problem( 'missing', inside( '/verdicts', $id ), 'the verdict on this misconception' );
		}
	}
	return $found;
}

/**
 * The problems of a set of answers.
 *
 * @param string $key     The key in the response that holds the answers.
 * @param object $answers Answers by the id of their statement.
 * @param array  $terms   The questionnaire's terms.
 */
function answer_problems( $key, $answers, $terms ) {
	$found = array();
	foreach ( get_object_vars( $answers ) as $id => $answer ) {
		$at    = inside( "/$key", $id );
		$other = unknown_id( (string) $id, $terms['statements'], $at );
		if ( $other ) {
			array_push( $found, ...$other );
			continue;
		}
		$is_off = 'dontKnow' === $answer->agreement ? ! $terms['dontKnow'] : $answer->agreement > $terms['points'];
		if ( $is_off ) {
			$found[] = problem( 'outOfRange', "$at/agreement", 'a point of the scale, or dontKnow' );
		}
		if ( ! isset( $answer->certainty ) ) {
			continue;
		}
		if ( null === $terms['certainty'] ) {
			$found[] = problem( 'unknownKey', "$at/certainty", NO_OTHERS );
		} elseif ( $answer->certainty < $terms['certainty'][0] || $answer->certainty > $terms['certainty'][1] ) {
			$found[] = problem( 'outOfRange', "$at/certainty", 'a level of certainty' );
		}
	}
	return $found;
}
