<?php
/**
 * The form on which a questionnaire is edited: its JSON, what `check` says about it, and the real
 * widget beside it.
 *
 * Knows the form. What is done with the input is in post-type.php; the core checks and draws in the
 * editor's browser.
 *
 * @package Misconception_Scorecard
 */

namespace Misconception_Scorecard;

defined( 'ABSPATH' ) || exit;

const EDIT_SCRIPT = 'misconception-scorecard-edit';

/** Adds the hooks. */
function start_edit_screen() {
	add_action( 'add_meta_boxes_' . POST_TYPE, __NAMESPACE__ . '\\add_form' );
	add_action( 'admin_enqueue_scripts', __NAMESPACE__ . '\\enqueue_form' );
}

/** Puts the form on the screen. */
function add_form() {
	add_meta_box( 'misconception-scorecard-form', __( 'Questionnaire', 'misconception-scorecard' ), __NAMESPACE__ . '\\print_form', POST_TYPE, 'normal', 'high' );
	remove_meta_box( 'slugdiv', POST_TYPE, 'normal' );
}

/** Loads the form's script. */
function enqueue_form() {
	$screen = get_current_screen();
	if ( ! $screen || POST_TYPE !== $screen->post_type || 'post' !== $screen->base ) {
		return;
	}
	wp_enqueue_style( 'misconception-scorecard-admin', plugins_url( 'admin/admin.css', FILE ), array(), VERSION );
	wp_enqueue_script( SCRIPT );
	wp_enqueue_script( EDIT_SCRIPT, plugins_url( 'admin/questionnaire.js', FILE ), array(), VERSION, true );
	$built = built_in( built_in_languages()[0] );
	$told  = array(
		'example' => json_decode( $built ? $built['json'] : 'null' ),
		'words'   => array(
			'right'      => __( 'Nothing to mend. It can be published.', 'misconception-scorecard' ),
			'wrong'      => __( 'To mend before it can be published:', 'misconception-scorecard' ),
			'advice'     => __( 'Worth a look:', 'misconception-scorecard' ),
			'unfinished' => __( 'Mend what is listed, then publish.', 'misconception-scorecard' ),
			'absent'     => __( 'The checker could not be loaded. Reload the page to try again; until then only drafts can be saved.', 'misconception-scorecard' ),
		),
	);
	wp_add_inline_script( EDIT_SCRIPT, 'window.misconceptionScorecardEdit = ' . wp_json_encode( $told, JSON_HEX_TAG ) . ';', 'before' );
}

/**
 * Prints the form.
 *
 * @param \WP_Post $post The post.
 */
function print_form( $post ) {
	$json = (string) get_post_meta( $post->ID, META_DOCUMENT, true );
	wp_nonce_field( NONCE_SAVE . $post->ID, FIELD . 'nonce', false );
	?>
	<p><?php esc_html_e( 'Write the questionnaire as JSON, or paste one that the studio has made.', 'misconception-scorecard' ); ?></p>
	<p class="misconception-scorecard-tools">
		<label><?php esc_html_e( 'Open a file', 'misconception-scorecard' ); ?> <input type="file" accept=".json,application/json" id="misconception-scorecard-file"></label>
		<button type="button" class="button" id="misconception-scorecard-example"><?php esc_html_e( 'Begin with the built-in one', 'misconception-scorecard' ); ?></button>
	</p>
	<div class="misconception-scorecard-sides">
		<div>
			<label for="misconception-scorecard-json"><?php esc_html_e( 'Questionnaire as JSON', 'misconception-scorecard' ); ?></label>
			<textarea id="misconception-scorecard-json" name="<?php echo esc_attr( FIELD . 'json' ); ?>" class="large-text code" rows="28" spellcheck="false" dir="ltr"><?php echo esc_textarea( $json ); ?></textarea>
			<div id="misconception-scorecard-report" role="status"></div>
		</div>
		<div>
			<h3><?php esc_html_e( 'As readers see it', 'misconception-scorecard' ); ?></h3>
			<div id="misconception-scorecard-preview"></div>
		</div>
	</div>
	<input type="hidden" name="<?php echo esc_attr( FIELD . 'screens' ); ?>" id="misconception-scorecard-screens" value="">
	<input type="hidden" name="<?php echo esc_attr( FIELD . 'checked' ); ?>" id="misconception-scorecard-checked" value="">
	<noscript><p><?php esc_html_e( 'Checking needs JavaScript. Without it, only drafts can be saved.', 'misconception-scorecard' ); ?></p></noscript>
	<?php
}
