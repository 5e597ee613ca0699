<?php
/**
 * Questionnaires as a post type: who may write and publish them, and what is stored of the form's
 * input.
 *
 * Knows posts and their meta. The form itself is in edit-screen.php; the core checks the
 * questionnaire in the editor's browser.
 *
 * @package Misconception_Scorecard
 */

namespace Misconception_Scorecard;

defined( 'ABSPATH' ) || exit;

const NONCE_SAVE    = 'misconception_scorecard_save';
const FIELD         = 'misconception_scorecard_';
const MOST_JSON     = 1000000;
const MOST_SCREENS  = 4000000;
const NOTICE_OPTION = 'misconception_scorecard_notice_';

/** Adds the hooks. */
function start_post_type() {
	add_action( 'init', __NAMESPACE__ . '\\register_questionnaires' );
	add_filter( 'wp_insert_post_data', __NAMESPACE__ . '\\settle_post', 10, 2 );
	add_action( 'save_post_' . POST_TYPE, __NAMESPACE__ . '\\save_questionnaire' );
	add_action( 'admin_notices', __NAMESPACE__ . '\\print_notice' );
}

/** Registers the post type with WordPress. */
function register_questionnaires() {
	register_post_type(
		POST_TYPE,
		array(
			'labels'              => array(
				'name'               => __( 'Scorecards', 'misconception-scorecard' ),
				'singular_name'      => __( 'Scorecard', 'misconception-scorecard' ),
				'add_new'            => __( 'Add new', 'misconception-scorecard' ),
				'add_new_item'       => __( 'Add new scorecard', 'misconception-scorecard' ),
				'edit_item'          => __( 'Edit scorecard', 'misconception-scorecard' ),
				'search_items'       => __( 'Search scorecards', 'misconception-scorecard' ),
				'not_found'          => __( 'No scorecards of your own yet. The built-in one is in the block.', 'misconception-scorecard' ),
				'not_found_in_trash' => __( 'No scorecards in the trash.', 'misconception-scorecard' ),
				'all_items'          => __( 'Questionnaires', 'misconception-scorecard' ),
				'menu_name'          => __( 'Scorecards', 'misconception-scorecard' ),
			),
			'public'              => false,
			'show_ui'             => true,
			'show_in_rest'        => false,
			'exclude_from_search' => true,
			'menu_icon'           => 'dashicons-forms',
			'menu_position'       => 26,
			'supports'            => array( 'author' ),
			'capability_type'     => 'post',
			'map_meta_cap'        => true,
			'can_export'          => true,
		)
	);
}

/**
 * The form's input, as `{ json, screens, checked }`; null if there is none, or the user may not
 * send it.
 *
 * @param int $post_id The post.
 */
function posted_form( $post_id ) {
	$nonce = isset( $_POST[ FIELD . 'nonce' ] ) ? sanitize_key( wp_unslash( $_POST[ FIELD . 'nonce' ] ) ) : '';
	if ( ! wp_verify_nonce( $nonce, NONCE_SAVE . $post_id ) || ! current_user_can( 'edit_post', $post_id ) || ! isset( $_POST[ FIELD . 'json' ] ) ) {
		return null;
	}
	// phpcs:disable WordPress.Security.ValidatedSanitizedInput -- JSON: it is decoded, and escaped wherever it is printed.
	$json    = is_string( $_POST[ FIELD . 'json' ] ) ? wp_unslash( $_POST[ FIELD . 'json' ] ) : '';
	$screens = isset( $_POST[ FIELD . 'screens' ] ) && is_string( $_POST[ FIELD . 'screens' ] ) ? wp_unslash( $_POST[ FIELD . 'screens' ] ) : '';
	// phpcs:enable
	return array(
		'json'    => trim( $json ),
		'screens' => strlen( $screens ) <= MOST_SCREENS && is_object( json_decode( $screens ) ) ? $screens : '{}',
		'checked' => ! empty( $_POST[ FIELD . 'checked' ] ),
	);
}

/**
 * What was saved last, in the shape of the form's input.
 *
 * @param int $post_id The post.
 */
function stored_form( $post_id ) {
	return array(
		'json'    => (string) get_post_meta( $post_id, META_DOCUMENT, true ),
		'screens' => '{}',
		'checked' => '1' === get_post_meta( $post_id, META_CHECKED, true ),
	);
}

/**
 * The reason why a form's questionnaire cannot be published, in words; empty if it can.
 *
 * @param array $form    The result of posted_form().
 * @param int   $post_id The post.
 */
function unpublishable( $form, $post_id ) {
	if ( strlen( $form['json'] ) > MOST_JSON ) {
		return __( 'A questionnaire has at most 1 MB.', 'misconception-scorecard' );
	}
	$questionnaire = Questionnaire::read( $form['json'], $post_id );
	if ( ! $questionnaire || ! $form['checked'] ) {
		return __( 'There is something to mend before this can be published: see the list under the questionnaire.', 'misconception-scorecard' );
	}
	$other = questionnaire_by_id( $questionnaire->id );
	if ( $other && $other->post_id !== $post_id ) {
		/* translators: %s: the id of a questionnaire */
		return sprintf( __( 'There is another questionnaire with the id %s. Give this one an id of its own.', 'misconception-scorecard' ), $questionnaire->id );
	}
	return '';
}

/**
 * Sets the post's title, and turns a questionnaire with problems into a draft.
 *
 * @param array $data    The post, slashed.
 * @param array $postarr The post data as it was passed, with its ID.
 */
function settle_post( $data, $postarr ) {
	$post_id = (int) ( $postarr['ID'] ?? 0 );
	if ( POST_TYPE !== $data['post_type'] || ! $post_id ) {
		return $data;
	}
	$is_shown = in_array( $data['post_status'], array( 'publish', 'future', 'private' ), true );
	$form     = posted_form( $post_id );
	if ( null === $form && $is_shown && 'publish' !== get_post_status( $post_id ) ) {
		// Published from the list, by quick edit: the last saved input counts.
		$form = stored_form( $post_id );
	}
	if ( null === $form ) {
		return $data;
	}
	$questionnaire = Questionnaire::read( $form['json'], $post_id );
	$why           = unpublishable( $form, $post_id );
	if ( $questionnaire && ( '' === $why || ! $is_shown ) ) {
		$data['post_title'] = wp_slash( wp_strip_all_tags( $questionnaire->title() ) );
	}
	// A post that is published already stays published, with its old content.
	if ( $is_shown && '' !== $why && 'publish' !== get_post_status( $post_id ) ) {
		$data['post_status'] = 'draft';
	}
	if ( '' === $data['post_title'] ) {
		$data['post_title'] = wp_slash( __( 'Not finished', 'misconception-scorecard' ) );
	}
	return $data;
}

/**
 * Stores the form's input.
 *
 * @param int $post_id The post.
 */
function save_questionnaire( $post_id ) {
	if ( wp_is_post_revision( $post_id ) || wp_is_post_autosave( $post_id ) ) {
		return;
	}
	$form = posted_form( $post_id );
	if ( null === $form ) {
		return;
	}
	$why = unpublishable( $form, $post_id );
	if ( '' !== $why && ( 'publish' === get_post_status( $post_id ) || strlen( $form['json'] ) > MOST_JSON ) ) {
		leave_notice( $why . ' ' . __( 'Nothing was changed.', 'misconception-scorecard' ) );
		return;
	}
	if ( '' !== $why && isset( $_POST['publish'] ) ) { // phpcs:ignore WordPress.Security.NonceVerification -- posted_form() has verified it.
		leave_notice( $why );
	}
	keep_questionnaire( $post_id, $form['json'], $form['screens'], $form['checked'] );
}

/**
 * Stores a questionnaire in its post.
 *
 * @param int    $post_id The post.
 * @param string $json    The questionnaire.
 * @param string $screens The screens that the browser has drawn.
 * @param bool   $checked Whether the browser has found no problems.
 */
function keep_questionnaire( $post_id, $json, $screens, $checked = true ) {
	$questionnaire = Questionnaire::read( $json, $post_id );
	update_post_meta( $post_id, META_DOCUMENT, wp_slash( $json ) );
	update_post_meta( $post_id, META_SCREENS, wp_slash( $screens ) );
	update_post_meta( $post_id, META_CHECKED, $checked ? '1' : '' );
	update_post_meta( $post_id, META_ID, $questionnaire ? id_key( $questionnaire->id ) : '' );
}

/**
 * Stores a notice for the next page that the editor sees.
 *
 * @param string $text The notice's text.
 */
function leave_notice( $text ) {
	set_transient( NOTICE_OPTION . get_current_user_id(), $text, 60 );
}

/** Prints the notice, once. */
function print_notice() {
	$text = get_transient( NOTICE_OPTION . get_current_user_id() );
	if ( is_string( $text ) && '' !== $text ) {
		delete_transient( NOTICE_OPTION . get_current_user_id() );
		echo '<div class="notice notice-warning"><p>' . esc_html( $text ) . '</p></div>';
	}
}
