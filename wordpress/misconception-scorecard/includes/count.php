<?php
/**
 * Counts responses for a feed: sums for each misconception and statement only, never which answers came together.
 *
 * Knows what a feed counts of a response: its answers, and the verdicts that the reader was shown. Must not know when a feed
 * is made, nor whose a response is. No verdict is made here.
 *
 * @package Misconception_Scorecard
 */

namespace Misconception_Scorecard;

defined( 'ABSPATH' ) || exit;

/** From how many responses on there are counts, and how many receipts must differ before there are others. */
const LEAST = 10;

/** The counts as long as there are none. */
function no_counts() {
	return array(
		'made'           => null,
		'n'              => null,
		'misconceptions' => array(),
		'statements'     => array(),
	);
}

/**
 * What a feed counts of a response: by statement the agreement, by misconception the verdict.
 *
 * @param object $response The response.
 * @param array  $terms    Of its questionnaire.
 */
function counted_parts( $response, $terms ) {
	$agreements = array();
	foreach ( $terms['statements'] as $id ) {
		$agreements[] = $response->answers->$id->agreement ?? null;
	}
	$verdicts = array();
	foreach ( $terms['misconceptions'] as $id ) {
		$verdicts[] = $response->verdicts->$id ?? null;
	}
	return array( $agreements, $verdicts );
}

/** Counts one response after the other, so that thousands need no more memory than one. */
class Tally {
	/**
	 * Of the questionnaire.
	 *
	 * @var array
	 */
	private $terms;

	/**
	 * How many were counted.
	 *
	 * @var int
	 */
	public $n = 0;

	/**
	 * By index of a misconception, then by verdict.
	 *
	 * @var array
	 */
	private $verdicts = array();

	/**
	 * By index of a statement, then by agreement.
	 *
	 * @var array
	 */
	private $agreements = array();

	/**
	 * Begins with none.
	 *
	 * @param array $terms Of the questionnaire.
	 */
	public function __construct( $terms ) {
		$this->terms = $terms;
	}

	/**
	 * Adds a response.
	 *
	 * @param object $response One that fits the terms.
	 */
	public function add( $response ) {
		list( $agreements, $verdicts ) = counted_parts( $response, $this->terms );
		++$this->n;
		foreach ( $verdicts as $index => $verdict ) {
			$this->verdicts[ $index ][ $verdict ] = ( $this->verdicts[ $index ][ $verdict ] ?? 0 ) + 1;
		}
		foreach ( $agreements as $index => $agreement ) {
			$key = (string) $agreement;

			$this->agreements[ $index ][ $key ] = ( $this->agreements[ $index ][ $key ] ?? 0 ) + 1;
		}
	}

	/**
	 * The counts, as a feed has them.
	 *
	 * @param string $made The day, in UTC.
	 */
	public function counts( $made ) {
		$misconceptions = array();
		foreach ( $this->terms['misconceptions'] as $index => $id ) {
			$of   = fn( $verdict ) => $this->verdicts[ $index ][ $verdict ] ?? 0;
			$four = array(
				'held'    => $of( 'held' ),
				'leaning' => $of( 'leaning' ),
				'unsure'  => $of( 'unsure' ),
				'notHeld' => $of( 'notHeld' ),
			);

			$misconceptions[] = array(
				'id'         => $id,
				'classified' => array_sum( $four ),
			) + $four;
		}
		$statements = array();
		foreach ( $this->terms['statements'] as $index => $id ) {
			$of = fn( $agreement ) => $this->agreements[ $index ][ (string) $agreement ] ?? 0;

			$statements[] = array(
				'id'       => $id,
				'counts'   => array_map( $of, range( 1, $this->terms['points'] ) ),
				'dontKnow' => $of( 'dontKnow' ),
			);
		}
		return array(
			'made'           => $made,
			'n'              => $this->n,
			'misconceptions' => $misconceptions,
			'statements'     => $statements,
		);
	}
}
