<?php
/**
 * What is different while a remark is checked, and what is blanked after.
 *
 * Knows the hooks of WordPress's own checks and of Akismet. Must not know what a remark is.
 *
 * @package Misconception_Scorecard
 */

namespace Misconception_Scorecard;

defined( 'ABSPATH' ) || exit;

/** What Akismet keeps of a sender beside a comment, and need not. */
const KEPT_OF_SENDER = array( 'user_ip', 'user_agent', 'comment_author_IP', 'comment_agent', 'referrer', 'submit_referer', 'submit_uri' );

/**
 * Does something with the checks as remarks need them:
 *
 * - WordPress refuses a second comment of an address within 15 seconds, so also other readers behind the same proxy. The route
 *   has a limit of its own.
 * - Two readers may say the same.
 * - Akismet expects a nonce that only a comment form has, and takes its absence for a sign of spam.
 * - What Akismet is sure of it throws away with a redirect, which a widget cannot read. It goes to the spam instead.
 * - A person reads every remark before anybody else does, also where the site lets comments through.
 *
 * @param callable $work What is done.
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
	// After Akismet has noted what it was asked, and before anybody gets a mail.
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

/** What Akismet's option says where a site has no nonce in its forms. */
function without_nonce() {
	return 'false';
}

/** What Akismet's option says where nothing is thrown away. */
function never_discard() {
	return '0';
}

/**
 * What would be published waits instead.
 *
 * @param int|string|\WP_Error $approved What WordPress and others have decided.
 */
function hold_at_first( $approved ) {
	return 1 === $approved || '1' === $approved ? 0 : $approved;
}

/**
 * Blanks what a comment and Akismet keep of its sender.
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
