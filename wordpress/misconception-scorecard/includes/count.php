<?php
/**
 * Counts responses for a feed: only sums per misconception and per statement, so that nobody can
 * see which answers came together.
 *
 * Knows what a feed counts of a response: its answers, and the verdicts that the reader was shown.
 * Must not know when a feed is made or whose a response is. Makes no verdict itself.
 *
 * @package Misconception_Scorecard
 */

namespace Misconception_Scorecard;

defined( 'ABSPATH' ) || exit;

/**
 * How many responses it takes for counts, and how many receipts must differ before new counts
 * replace them.
 */
const LEAST = 10;

/** The counts of a feed that has none yet. */
function no_counts() {
	return array(
		'made'           => null,
		'n'              => null,
		'misconceptions' => array(),
		'statements'     => array(),
	);
}

/**
 * What a feed counts of a response: the agreement per statement, the verdict per misconception.
 *
 * @param object $response The response.
 * @param array  $terms    The terms of its questionnaire.
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

/** Counts one response at a time, so that thousands need no more memory than one. */
class Tally {
	/**
	 * The terms of the questionnaire.
	 *
	 * @var array
	 */
	private $terms;

	/**
	 * How many responses were counted.
	 *
	 * @var int
	 */
	public $n = 0;

	/**
	 * Counts by index of a misconception, then by verdict.
	 *
	 * @var array
	 */
	private $verdicts = array();

	/**
	 * Counts by index of a statement, then by agreement.
	 *
	 * @var array
	 */
	private $agreements = array();

	/**
	 * Begins with no responses.
	 *
	 * @param array $terms The questionnaire's terms.
	 */
	public function __construct( $terms ) {
		$this->terms = $terms;
	}

	/**
	 * Adds a response.
	 *
	 * @param object $response A response that fits the terms.
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
