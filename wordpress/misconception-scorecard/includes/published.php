<?php
/**
 * The suggestions that a person has approved, as a feed shows them.
 *
 * Knows approved comments and the replies to them. Must not know counts.
 *
 * @package Misconception_Scorecard
 */

namespace Misconception_Scorecard;

defined( 'ABSPATH' ) || exit;

const MOST_PUBLISHED = 200;

/**
 * The published suggestions, newest first.
 *
 * @param string $id The questionnaire's id.
 */
function published_suggestions( $id ) {
	$comments = get_comments(
		array(
			'status'     => 'approve',
			'number'     => MOST_PUBLISHED,
			'orderby'    => 'comment_ID',
			'order'      => 'DESC',
			// phpcs:ignore WordPress.DB.SlowDBQuery.slow_db_query_meta_key -- The feed may be kept for five minutes by anybody.
			'meta_key'   => META_KEY,
			// phpcs:ignore WordPress.DB.SlowDBQuery.slow_db_query_meta_value -- As above.
			'meta_value' => 'suggestion ' . id_key( $id ),
		)
	);
	$published = array();
	foreach ( $comments as $comment ) {
		$text   = feed_text( as_plain( $comment->comment_content ), MOST_CHARACTERS );
		$remark = remark_of( $comment->comment_ID );
		$is_out = null !== $remark && is_post_publicly_viewable( (int) $comment->comment_post_ID );
		if ( $is_out && ! is_blank( $text ) ) {
			$published[] = array(
				'text'   => $text,
				'by'     => feed_text( as_plain( $comment->comment_author ), 100 ),
				'answer' => answer_to( $comment ),
				'lang'   => $remark['lang'],
			);
		}
	}
	return $published;
}

/**
 * The first approved reply of somebody who may edit the post; empty if there is none.
 *
 * @param \WP_Comment $comment The suggestion.
 */
function answer_to( $comment ) {
	$replies = get_comments(
		array(
			'parent'  => $comment->comment_ID,
			'status'  => 'approve',
			'orderby' => 'comment_ID',
			'order'   => 'ASC',
		)
	);
	foreach ( $replies as $reply ) {
		if ( $reply->user_id && user_can( (int) $reply->user_id, 'edit_post', (int) $comment->comment_post_ID ) ) {
			return feed_text( as_plain( $reply->comment_content ), MOST_CHARACTERS );
		}
	}
	return '';
}

/**
 * A text in the form that a feed may contain.
 *
 * @param string $text The text.
 * @param int    $most The greatest length, in characters.
 */
function feed_text( $text, $most ) {
	$text = (string) preg_replace( '/[\x{0}-\x{8}\x{b}\x{c}\x{e}-\x{1f}\x{7f}-\x{9f}]/u', '', wp_check_invalid_utf8( $text ) );
	return mb_substr( $text, 0, $most, 'UTF-8' );
}
