<?php
/**
 * Changes the spam checks while a remark is checked, and erases the sender's data afterwards.
 *
 * Knows the hooks of WordPress's own checks and of Akismet. Must not know what a remark is.
 *
 * @package Misconception_Scorecard
 */

namespace Misconception_Scorecard;

defined( 'ABSPATH' ) || exit;

/** The data about a sender that Akismet stores with a comment and that is erased. */
const KEPT_OF_SENDER = array( 'user_ip', 'user_agent', 'comment_author_IP', 'comment_agent', 'referrer', 'submit_referer', 'submit_uri' );

/**
 * Calls a function while the checks are changed to suit remarks:
 *
 * - WordPress refuses a second comment from the same IP address within 15 seconds, which affects
 *   other readers behind the same proxy. That check is off; the route has its own limit.
 * - Two readers may write the same text.
 * - Akismet expects a nonce that only a comment form has, and treats its absence as a sign of spam.
 * - If Akismet is sure that a comment is spam, it discards the comment with a redirect, which a
 *   widget cannot read. The remark goes to the spam folder instead.
 * - A person reads every remark before it is shown, even if the site publishes comments
 *   unmoderated.
 *
 * @param callable $work The function to call.
 */
function during_checks( $work ) {
	$filters = array(
		array( 'wp_is_comment_flood', '__return_false', 1000 ),
		array( 'duplicate_comment_id', '__return_zero', 1000 ),
		array( 'akismet_comment_nonce', __NAMESPACE__ . '\\without_nonce', 1000 ),
		array( 'pre_option_akismet_strictness', __NAMESPACE__ . '\\never_discard', 1000 ),
		array( 'pre_comment_approved', __NAMESPACE__ . '\\hold_at_first', 1000 ),
	);
	$is_checked_for_flood = remove_filter( 'wp_is_comment_flood', 'wp_check_comment_flood', 10 );
	foreach ( $filters as list( $hook, $function, $priority ) ) {
		add_filter( $hook, $function, $priority );
	}
	// Runs after Akismet has stored its request, and before any mail is sent.
	add_action( 'wp_insert_comment', __NAMESPACE__ . '\\blank_sender', 1000 );
	try {
		return $work();
	} finally {
		remove_action( 'wp_insert_comment', __NAMESPACE__ . '\\blank_sender', 1000 );
		foreach ( $filters as list( $hook, $function, $priority ) ) {
			remove_filter( $hook, $function, $priority );
		}
		if ( $is_checked_for_flood ) {
			add_filter( 'wp_is_comment_flood', 'wp_check_comment_flood', 10, 5 );
		}
	}
}

/** The value of Akismet's option if a site has no nonce in its forms. */
function without_nonce() {
	return 'false';
}

/** The value of Akismet's option if nothing is to be discarded. */
function never_discard() {
	return '0';
}

/**
 * Holds a comment for moderation if it would be published.
 *
 * @param int|string|\WP_Error $approved The decision of WordPress and other filters.
 */
function hold_at_first( $approved ) {
	return 1 === $approved || '1' === $approved ? 0 : $approved;
}

/**
 * Erases what the comment and Akismet store about its sender.
 *
 * @param int|string $comment_id The comment.
 */
function blank_sender( $comment_id ) {
	global $wpdb;
	$blank = array(
		'comment_author_IP' => '',
		'comment_agent'     => '',
	);
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- wp_update_comment() would check the comment again.
	$wpdb->update( $wpdb->comments, $blank, array( 'comment_ID' => $comment_id ) );
	clean_comment_cache( array( $comment_id ) );
	$submitted = get_comment_meta( (int) $comment_id, 'akismet_as_submitted', true );
	if ( is_array( $submitted ) ) {
		update_comment_meta( (int) $comment_id, 'akismet_as_submitted', wp_slash( array_diff_key( $submitted, array_flip( KEPT_OF_SENDER ) ) ) );
	}
}
