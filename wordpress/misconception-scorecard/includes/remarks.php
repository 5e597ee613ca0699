<?php
/**
 * Remarks as comments: suggestions and disagreements are moderated like every comment of the site.
 *
 * Knows comments and their hooks. Must not know requests, nor what a feed shows. No remark is shown
 * before a person has approved it.
 *
 * @package Misconception_Scorecard
 */

namespace Misconception_Scorecard;

defined( 'ABSPATH' ) || exit;

const META_REMARK = '_misconception_scorecard_remark';
const META_KEY    = '_misconception_scorecard_key';

/** Adds the hooks. */
function start_remarks() {
	add_filter( 'comment_text', __NAMESPACE__ . '\\print_what_it_is_about', 20, 2 );
	add_filter( 'comment_moderation_text', __NAMESPACE__ . '\\write_what_it_is_about', 10, 2 );
	add_filter( 'comment_notification_text', __NAMESPACE__ . '\\write_what_it_is_about', 10, 2 );
	add_action( 'deleted_comment', __NAMESPACE__ . '\\forget_deleted_remark' );
}

/**
 * A proof that a post of this site contains a block. Unlike a nonce it never expires, so a cached
 * page keeps working.
 *
 * @param int $post_id The post.
 */
function post_proof( $post_id ) {
	return substr( hash_hmac( 'sha256', "misconception scorecard in post $post_id", wp_salt( 'auth' ) ), 0, 20 );
}

/**
 * The post that takes remarks; 0 if there is none.
 *
 * @param mixed $post_id The post's id in the request.
 * @param mixed $proof   The proof in the request.
 */
function post_for_remarks( $post_id, $proof ) {
	$post_id = (int) $post_id;
	$is_ours = $post_id > 0 && is_string( $proof ) && hash_equals( post_proof( $post_id ), $proof );
	return $is_ours && is_post_publicly_viewable( $post_id ) ? $post_id : 0;
}

/**
 * What a remark's comment is about, as an array; null if the comment is not a remark.
 *
 * @param int|string $comment_id The comment.
 */
function remark_of( $comment_id ) {
	$remark = get_comment_meta( (int) $comment_id, META_REMARK, true );
	return is_array( $remark ) ? $remark : null;
}

/**
 * Plain text as the HTML of a comment.
 *
 * @param string $text Plain text.
 */
function as_comment( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8' );
}

/**
 * The plain text of a comment, even if a moderator has edited it.
 *
 * @param string $content The comment's HTML.
 */
function as_plain( $content ) {
	return html_entity_decode( wp_strip_all_tags( $content ), ENT_QUOTES | ENT_HTML5, 'UTF-8' );
}

/**
 * Stores a remark as a comment, which is checked and moderated like any other. Returns its id, or 0
 * if WordPress refuses it.
 *
 * @param object $remark  The remark.
 * @param int    $post_id The post that it is on.
 * @param string $address The sender's IP address, for the checks only.
 * @param string $agent   The sender's user agent, for the checks only.
 */
function add_remark( $remark, $post_id, $address, $agent ) {
	$commentdata = array(
		'comment_post_ID'      => $post_id,
		'comment_author'       => as_comment( $remark->by ),
		'comment_author_email' => '',
		'comment_author_url'   => '',
		'comment_content'      => remark_content( $remark ),
		'comment_type'         => 'comment',
		'comment_parent'       => 0,
		'user_id'              => 0,
		'comment_author_IP'    => $address,
		'comment_agent'        => substr( $agent, 0, 254 ),
		'comment_meta'         => remark_meta( $remark ),
	);
	return during_checks(
		static function () use ( $commentdata ) {
			$id = wp_new_comment( wp_slash( $commentdata ), true );
			return is_wp_error( $id ) ? 0 : (int) $id;
		}
	);
}

/**
 * The content of a remark's comment.
 *
 * @param object $remark The remark.
 */
function remark_content( $remark ) {
	return is_blank( $remark->text ) ? as_comment( __( 'No reason was given.', 'misconception-scorecard' ) ) : as_comment( $remark->text );
}

/**
 * The metadata of a remark's comment.
 *
 * @param object $remark The remark.
 */
function remark_meta( $remark ) {
	return array(
		META_REMARK => array(
			'about'         => $remark->about,
			'misconception' => $remark->misconception,
			'questionnaire' => $remark->questionnaire->id,
			'lang'          => $remark->questionnaire->lang,
		),
		META_KEY    => $remark->about . ' ' . id_key( $remark->questionnaire->id ),
	);
}

/**
 * Replaces the text of a remark. An approved remark must be approved again.
 *
 * @param int    $comment_id The remark's comment.
 * @param object $remark     The new remark.
 */
function replace_remark( $comment_id, $remark ) {
	$content = remark_content( $remark );
	$author  = as_comment( $remark->by );
	$comment = get_comment( $comment_id );
	if ( ! $comment || ( $comment->comment_content === $content && $comment->comment_author === $author ) ) {
		return;
	}
	$new = array(
		'comment_ID'      => $comment_id,
		'comment_content' => $content,
		'comment_author'  => $author,
	);
	if ( '1' === $comment->comment_approved ) {
		$new['comment_approved'] = 0;
	}
	wp_update_comment( wp_slash( $new ) );
	foreach ( remark_meta( $remark ) as $key => $value ) {
		update_comment_meta( $comment_id, $key, wp_slash( $value ) );
	}
}

/**
 * Deletes a remark's comment for good. The replies belong to other people, so they wait for a
 * moderator.
 *
 * @param int $comment_id The comment.
 */
function delete_remark( $comment_id ) {
	$replies = get_comments(
		array(
			'parent' => $comment_id,
			'status' => 'approve',
		)
	);
	foreach ( $replies as $reply ) {
		wp_set_comment_status( $reply->comment_ID, 'hold' );
	}
	wp_delete_comment( $comment_id, true );
}

/**
 * Deletes the receipt of a remark whose comment somebody else deletes.
 *
 * @param int|string $comment_id The comment.
 */
function forget_deleted_remark( $comment_id ) {
	global $wpdb;
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- The plugin's own table.
	$wpdb->delete( store_table(), array( 'comment_id' => (int) $comment_id ) );
}

/**
 * What a remark is about, in plain words; empty if the comment is not a remark.
 *
 * @param int|string $comment_id The comment.
 */
function what_it_is_about( $comment_id ) {
	$remark = remark_of( $comment_id );
	if ( null === $remark ) {
		return '';
	}
	if ( 'suggestion' === $remark['about'] ) {
		return __( 'Another misconception that a reader has met', 'misconception-scorecard' );
	}
	$questionnaire = questionnaire_by_id( $remark['questionnaire'] );
	$name          = $questionnaire ? $questionnaire->name_of( $remark['misconception'], $questionnaire->nearest( $remark['lang'] ) ) : '';
	/* translators: %s: the name of a misconception */
	return sprintf( __( 'A reader disagrees with what is said about: %s', 'misconception-scorecard' ), '' === $name ? $remark['misconception'] : $name );
}

/**
 * Adds to a comment's HTML what the remark is about.
 *
 * @param string           $text    The comment as HTML.
 * @param \WP_Comment|null $comment The comment.
 */
function print_what_it_is_about( $text, $comment = null ) {
	$about = $comment instanceof \WP_Comment ? what_it_is_about( $comment->comment_ID ) : '';
	return '' === $about ? $text : '<p class="misconception-scorecard-about"><em>' . numeric( $about ) . "</em></p>\n" . $text;
}

/**
 * Adds to a notification mail what the remark is about.
 *
 * @param string     $text       The mail's text.
 * @param int|string $comment_id The comment.
 */
function write_what_it_is_about( $text, $comment_id ) {
	$about = what_it_is_about( $comment_id );
	return '' === $about ? $text : $about . "\r\n\r\n" . $text;
}
