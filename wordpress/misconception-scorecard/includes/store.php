<?php
/**
 * The table of what was sent: whole responses, and for remarks the ids of their comments.
 *
 * Knows rows. Stores only a hash of each receipt, and neither the sender nor the time. Must not
 * know requests, nor anything of a document but its kind.
 *
 * @package Misconception_Scorecard
 */

namespace Misconception_Scorecard;

defined( 'ABSPATH' ) || exit;

const STORE_VERSION  = '1';
const OPTION_VERSION = 'misconception_scorecard_store';

// phpcs:disable WordPress.DB.DirectDatabaseQuery, WordPress.DB.PreparedSQL.InterpolatedNotPrepared -- The table is the plugin's own; its name is the only thing that is interpolated.

/** The name of the table. */
function store_table() {
	global $wpdb;
	return $wpdb->prefix . 'misconception_scorecard';
}

/** Creates the table, or updates its columns. */
function install_store() {
	global $wpdb;
	require_once ABSPATH . 'wp-admin/includes/upgrade.php';
	$table = store_table();
	dbDelta(
		"CREATE TABLE $table (
  receipt char(64) NOT NULL,
  about char(64) NOT NULL,
  questionnaire char(64) NOT NULL,
  document longtext NOT NULL,
  comment_id bigint(20) unsigned NOT NULL DEFAULT 0,
  mark char(64) NOT NULL DEFAULT '',
  counted char(64) NOT NULL DEFAULT '',
  PRIMARY KEY  (receipt),
  KEY about (about),
  KEY questionnaire (questionnaire),
  KEY comment_id (comment_id)
) {$wpdb->get_charset_collate()};"
	);
	update_option( OPTION_VERSION, STORE_VERSION, true );
}

/**
 * Updates the table after an update of the plugin, because WordPress does not activate a plugin
 * again then.
 */
function upgrade_store() {
	if ( get_option( OPTION_VERSION ) !== STORE_VERSION ) {
		install_store();
	}
}

/** Thrown if the database fails to read or write. */
class Store_Failure extends \RuntimeException {}

/**
 * Queries the database without printing errors. Throws a Store_Failure if the query fails.
 *
 * @param callable $ask Gets the database and the table's name; returns false on failure.
 */
function ask_store( $ask ) {
	global $wpdb;
	$before = $wpdb->suppress_errors( true );
	try {
		$wpdb->last_error = '';
		$result           = $ask( $wpdb, store_table() );
		if ( false === $result || '' !== $wpdb->last_error ) {
			throw new Store_Failure( 'the database does not answer' );
		}
		return $result;
	} finally {
		$wpdb->suppress_errors( $before );
	}
}

/**
 * The key of what a receipt belongs to: one kind of message about one version of one questionnaire.
 *
 * @param string $kind    Response or remark.
 * @param string $id      The questionnaire's id.
 * @param string $version The questionnaire's version, as its author wrote it.
 */
function about_key( $kind, $id, $version ) {
	return hash( 'sha256', "$kind\0$id\0$version" );
}

/**
 * The row of a receipt; null if there is none.
 *
 * @param string $receipt The receipt's hash.
 */
function stored_row( $receipt ) {
	return ask_store(
		static function ( $wpdb, $table ) use ( $receipt ) {
			return $wpdb->get_row( $wpdb->prepare( "SELECT * FROM $table WHERE receipt = %s", $receipt ) );
		}
	);
}

/**
 * Adds a row unless its receipt is known; returns whether it did. Of two requests at once, only one
 * succeeds.
 *
 * @param array $row The row.
 */
function add_row( $row ) {
	global $wpdb;
	$before = $wpdb->suppress_errors( true );
	$added  = $wpdb->insert( store_table(), $row );
	$wpdb->suppress_errors( $before );
	if ( $added ) {
		return true;
	}
	// Either another request was faster, or nothing can be stored at all.
	if ( null === stored_row( $row['receipt'] ) ) {
		throw new Store_Failure( 'the database takes nothing' );
	}
	return false;
}

/**
 * Changes rows. Returns how many.
 *
 * @param array $values New values by column.
 * @param array $where  Values by column that select the rows.
 */
function change_rows( $values, $where ) {
	return ask_store( static fn( $wpdb, $table ) => $wpdb->update( $table, $values, $where ) );
}

/**
 * Deletes rows.
 *
 * @param array $where Values by column that select the rows.
 */
function delete_rows( $where ) {
	return ask_store( static fn( $wpdb, $table ) => $wpdb->delete( $table, $where ) );
}

/**
 * Stores a response. It replaces an earlier one with the same receipt. Returns 201 if the receipt
 * is new, 200 if it is known, and 0 if it belongs to another message.
 *
 * @param string $receipt  The hash of the receipt.
 * @param string $about    See about_key().
 * @param object $response The response, without its receipt.
 * @param string $mark     See mark_of().
 */
function keep_response( $receipt, $about, $response, $mark ) {
	$document = wp_json_encode( $response, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
	$values   = compact( 'document', 'mark' );
	$row      = compact( 'receipt', 'about' ) + $values + array( 'questionnaire' => id_key( $response->questionnaire->id ) );
	if ( null === stored_row( $receipt ) && add_row( $row ) ) {
		return 201;
	}
	$old = stored_row( $receipt );
	if ( ! $old || $old->about !== $about ) {
		return $old ? 0 : 200;
	}
	// A response that was taken back leaves only its counted mark, so another one with its receipt
	// is new.
	if ( '' === $old->document && change_rows( $values, compact( 'receipt' ) + array( 'document' => '' ) ) > 0 ) {
		return 201;
	}
	change_rows( $values, compact( 'receipt' ) );
	return 200;
}

/**
 * Deletes a response. If a feed has counted it, a row with the counted mark stays until the next
 * feed.
 *
 * @param object $row Its row.
 */
function forget_response( $row ) {
	if ( '' === $row->counted ) {
		delete_rows( array( 'receipt' => $row->receipt ) );
		return;
	}
	change_rows(
		array(
			'document' => '',
			'mark'     => '',
		),
		array( 'receipt' => $row->receipt )
	);
}

/**
 * Responses in the order of their hashes, which reveals nothing about when they came.
 *
 * @param string $column The column to choose by: about or questionnaire.
 * @param string $value  The column's value.
 * @param string $after  The last hash of the page before.
 * @param int    $most   The greatest number of rows.
 */
function stored_responses( $column, $value, $after, $most ) {
	$column = 'about' === $column ? 'about' : 'questionnaire';
	return ask_store(
		static function ( $wpdb, $table ) use ( $column, $value, $after, $most ) {
			$query = "SELECT * FROM $table WHERE $column = %s AND receipt > %s AND comment_id = 0 AND mark <> '' ORDER BY receipt LIMIT %d";
			return $wpdb->get_results( $wpdb->prepare( $query, $value, $after, $most ) );
		}
	);
}
