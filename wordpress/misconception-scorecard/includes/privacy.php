<?php
/**
 * What the site says about privacy, and what it exports or erases when a person asks.
 *
 * Knows what is stored. Responses contain nothing by which a person could be found. Remarks can be
 * found if they contain the person's mail address.
 *
 * @package Misconception_Scorecard
 */

namespace Misconception_Scorecard;

defined( 'ABSPATH' ) || exit;

const PERSONAL_PAGE = 50;

/** Adds the hooks. */
function start_privacy() {
	add_action( 'admin_init', __NAMESPACE__ . '\\suggest_policy' );
	add_filter( 'wp_privacy_personal_data_exporters', __NAMESPACE__ . '\\add_exporter' );
	add_filter( 'wp_privacy_personal_data_erasers', __NAMESPACE__ . '\\add_eraser' );
}

/** Suggests a text for the site's privacy policy. */
function suggest_policy() {
	if ( ! function_exists( 'wp_add_privacy_policy_content' ) ) {
		return;
	}
	$paragraphs = array(
		__( 'When you answer a scorecard, your answers stay in your browser. They are sent to us only if you tick the box and press the button for it.', 'misconception-scorecard' ),
		__( 'Then we keep your answers and what they came to, without your name, your address, your device or the time. Your browser keeps a receipt. With it you can take your answers back on the same page; we keep only a hash of it.', 'misconception-scorecard' ),
		__( 'We show others only sums, from ten readers on, and change them only in steps of ten. So what you have taken back leaves these sums with the next step.', 'misconception-scorecard' ),
		__( 'What you write is sent apart from your answers, and becomes a comment that we read before it is published. Your IP address and browser are used to check it for spam and are then blanked. If we use Akismet, its service receives them for that check and keeps them for as long as its own policy says.', 'misconception-scorecard' ),
		__( 'To keep a flood of messages out, we count your messages under a code made of your IP address. The key of that code is thrown away after the minute.', 'misconception-scorecard' ),
	);
	$html       = implode( '', array_map( static fn( $text ) => '<p>' . esc_html( $text ) . '</p>', $paragraphs ) );
	wp_add_privacy_policy_content( __( 'Misconception Scorecard', 'misconception-scorecard' ), wp_kses_post( $html ) );
}

/**
 * Adds the exporter.
 *
 * @param array $exporters The other exporters.
 */
function add_exporter( $exporters ) {
	$exporters['misconception-scorecard'] = array(
		'exporter_friendly_name' => __( 'Remarks on scorecards', 'misconception-scorecard' ),
		'callback'               => __NAMESPACE__ . '\\export_remarks',
	);
	return $exporters;
}

/**
 * Adds the eraser.
 *
 * @param array $erasers The other erasers.
 */
function add_eraser( $erasers ) {
	$erasers['misconception-scorecard'] = array(
		'eraser_friendly_name' => __( 'Remarks on scorecards', 'misconception-scorecard' ),
		'callback'             => __NAMESPACE__ . '\\erase_remarks',
	);
	return $erasers;
}

/**
 * Remarks that contain a mail address, in their text or in the name that the reader gave.
 *
 * @param string $address The mail address.
 * @param int    $offset  How many remarks to skip.
 */
function remarks_that_name( $address, $offset ) {
	$address = trim( (string) $address );
	return '' === $address ? array() : get_comments(
		array(
			'status'       => array( 'approve', 'hold', 'spam', 'trash' ),
			'search'       => as_comment( $address ),
			// phpcs:ignore WordPress.DB.SlowDBQuery.slow_db_query_meta_key -- Once for a person who asks.
			'meta_key'     => META_REMARK,
			'number'       => PERSONAL_PAGE,
			'offset'       => $offset,
			'orderby'      => 'comment_ID',
			'order'        => 'ASC',
			'hierarchical' => false,
		)
	);
}

/**
 * Exports remarks.
 *
 * @param string $address The mail address of the person who asks.
 * @param int    $page    Which page, from 1.
 */
function export_remarks( $address, $page = 1 ) {
	$comments = remarks_that_name( $address, ( $page - 1 ) * PERSONAL_PAGE );
	$items    = array();
	foreach ( $comments as $comment ) {
		$items[] = array(
			'group_id'    => 'misconception-scorecard',
			'group_label' => __( 'Remarks on scorecards', 'misconception-scorecard' ),
			'item_id'     => 'misconception-scorecard-' . $comment->comment_ID,
			'data'        => array(
				array(
					'name'  => __( 'About', 'misconception-scorecard' ),
					'value' => what_it_is_about( $comment->comment_ID ),
				),
				array(
					'name'  => __( 'Text', 'misconception-scorecard' ),
					'value' => as_plain( $comment->comment_content ),
				),
				array(
					'name'  => __( 'Name', 'misconception-scorecard' ),
					'value' => as_plain( $comment->comment_author ),
				),
			),
		);
	}
	return array(
		'data' => $items,
		'done' => count( $comments ) < PERSONAL_PAGE,
	);
}

/**
 * Erases remarks.
 *
 * @param string $address The mail address of the person who asks.
 */
function erase_remarks( $address ) {
	$comments = remarks_that_name( $address, 0 );
	foreach ( $comments as $comment ) {
		delete_remark( (int) $comment->comment_ID );
	}
	return array(
		'items_removed'  => count( $comments ),
		'items_retained' => false,
		'messages'       => array( __( 'Answers to scorecards have nothing by which they could be found. Their sender can take them back in the browser they were sent with.', 'misconception-scorecard' ) ),
		'done'           => count( $comments ) < PERSONAL_PAGE,
	);
}
