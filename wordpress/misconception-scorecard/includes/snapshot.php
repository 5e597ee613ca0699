<?php
/**
 * The current counts of a feed. New ones replace them only when at least ten receipts differ.
 *
 * Knows rows and their marks. Must not know what is counted of a response, nor who asks.
 *
 * @package Misconception_Scorecard
 */

namespace Misconception_Scorecard;

defined( 'ABSPATH' ) || exit;

const OPTION_COUNTS = 'misconception_scorecard_counts_';
const OPTION_LOCK   = 'misconception_scorecard_lock';
const LOCK_SECONDS  = 60;
const PAGE_OF_ROWS  = 1000;

// phpcs:disable WordPress.DB.DirectDatabaseQuery, WordPress.DB.PreparedSQL.InterpolatedNotPrepared -- As in store.php.

/**
 * The current counts. Makes new ones if ten receipts differ.
 *
 * @param array $terms The questionnaire's terms.
 */
function current_counts( $terms ) {
	$about  = about_key( 'response', $terms['id'], $terms['version'] );
	$option = OPTION_COUNTS . substr( $about, 0, 32 );
	if ( differences( $about ) >= LEAST && take_lock() ) {
		try {
			// The request that held the lock before may already have made the counts.
			if ( differences( $about ) >= LEAST ) {
				update_option( $option, make_counts( $about, $terms ), false );
			}
		} finally {
			release_lock();
		}
	}
	$counts = get_option( $option );
	return is_array( $counts ) ? $counts : no_counts();
}

/**
 * How many receipts have other answers now than when they were counted.
 *
 * @param string $about See about_key().
 */
function differences( $about ) {
	return (int) ask_store(
		static function ( $wpdb, $table ) use ( $about ) {
			return $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM $table WHERE about = %s AND mark <> counted", $about ) );
		}
	);
}

/**
 * Counts all responses and marks them as counted. Rows that were taken back are deleted.
 *
 * @param string $about See about_key().
 * @param array  $terms The questionnaire's terms.
 */
function make_counts( $about, $terms ) {
	$gone    = ask_store(
		static function ( $wpdb, $table ) use ( $about ) {
			return $wpdb->get_col( $wpdb->prepare( "SELECT receipt FROM $table WHERE about = %s AND mark = ''", $about ) );
		}
	);
	$tally   = new Tally( $terms );
	$changed = array();
	$after   = '';
	do {
		$rows = stored_responses( 'about', $about, $after, PAGE_OF_ROWS );
		foreach ( $rows as $row ) {
			$tally->add( json_decode( $row->document ) );
			$after = $row->receipt;
			if ( $row->mark !== $row->counted ) {
				$changed[ $row->receipt ] = $row->mark;
			}
		}
	} while ( count( $rows ) === PAGE_OF_ROWS );
	ask_store(
		static function ( $wpdb, $table ) use ( $gone, $changed ) {
			$wpdb->query( 'START TRANSACTION' );
			foreach ( $changed as $receipt => $mark ) {
				// A response that was replaced meanwhile has another mark, so it still counts as a
				// difference.
				$wpdb->query( $wpdb->prepare( "UPDATE $table SET counted = %s WHERE receipt = %s", $mark, $receipt ) );
			}
			foreach ( $gone as $receipt ) {
				$wpdb->query( $wpdb->prepare( "DELETE FROM $table WHERE receipt = %s AND mark = ''", $receipt ) );
			}
			return $wpdb->query( 'COMMIT' );
		}
	);
	return $tally->n < LEAST ? no_counts() : $tally->counts( gmdate( 'Y-m-d' ) );
}

/**
 * Takes the lock, and returns whether it did. An old lock, whose holder must have died, is taken
 * over.
 */
function take_lock() {
	global $wpdb;
	$options = $wpdb->options;
	$old     = (string) ( time() - LOCK_SECONDS );
	$wpdb->query( $wpdb->prepare( "DELETE FROM $options WHERE option_name = %s AND option_value < %s", OPTION_LOCK, $old ) );
	// The database refuses a second row with the same name.
	$insert = "INSERT IGNORE INTO $options (option_name, option_value, autoload) VALUES (%s, %s, 'no')";
	return 1 === (int) $wpdb->query( $wpdb->prepare( $insert, OPTION_LOCK, (string) time() ) );
}

/** Releases the lock. */
function release_lock() {
	global $wpdb;
	$wpdb->delete( $wpdb->options, array( 'option_name' => OPTION_LOCK ) );
}
