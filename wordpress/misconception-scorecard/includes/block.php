<?php
/**
 * The block and the shortcode.
 *
 * Knows what an author chooses in the editor. What is printed is decided in display.php.
 *
 * @package Misconception_Scorecard
 */

namespace Misconception_Scorecard;

defined( 'ABSPATH' ) || exit;

const BLOCK_SCRIPT = 'misconception-scorecard-block';
const SHORTCODE    = 'misconception_scorecard';

/** Adds the hooks. */
function start_block() {
	add_action( 'init', __NAMESPACE__ . '\\register_block' );
	add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\\tell_editor' );
}

/** Registers the block and the shortcode with WordPress. */
function register_block() {
	$uses = array( 'wp-blocks', 'wp-element', 'wp-block-editor', 'wp-components' );
	wp_register_script( BLOCK_SCRIPT, plugins_url( 'block/block.js', FILE ), $uses, VERSION, true );
	register_block_type( __DIR__ . '/../block' );
	add_shortcode( SHORTCODE, __NAMESPACE__ . '\\print_shortcode' );
}

/** Passes data to the block's script, with texts in the editor's language. */
function tell_editor() {
	$list = array();
	foreach ( questionnaires() as $questionnaire ) {
		$list[] = array(
			'id'        => $questionnaire->id,
			'title'     => $questionnaire->title(),
			'languages' => $questionnaire->languages(),
			'src'       => $questionnaire->post_id ? route_url( '/questionnaire', array( 'questionnaire' => $questionnaire->id ) ) : '',
		);
	}
	$told = array(
		'questionnaires' => $list,
		'script'         => add_query_arg( 'ver', VERSION, script_url() ),
		'site'           => substr( get_bloginfo( 'language' ), 0, 2 ),
		'words'          => editor_words(),
	);
	wp_add_inline_script( BLOCK_SCRIPT, 'window.misconceptionScorecard = ' . wp_json_encode( $told, JSON_HEX_TAG ) . ';', 'before' );
}

/** The texts of the block's settings. */
function editor_words() {
	return array(
		'title'         => __( 'Misconception scorecard', 'misconception-scorecard' ),
		'description'   => __( 'Asks readers what they believe, and shows them what holds.', 'misconception-scorecard' ),
		'questionnaire' => __( 'Questionnaire', 'misconception-scorecard' ),
		'language'      => __( 'Language', 'misconception-scorecard' ),
		'siteLanguage'  => __( 'That of the site', 'misconception-scorecard' ),
		'display'       => __( 'Display', 'misconception-scorecard' ),
		'layout'        => __( 'Statements', 'misconception-scorecard' ),
		'paged'         => __( 'One at a time', 'misconception-scorecard' ),
		'list'          => __( 'All in a list', 'misconception-scorecard' ),
		'feedback'      => __( 'What holds is shown', 'misconception-scorecard' ),
		'end'           => __( 'At the end', 'misconception-scorecard' ),
		'each'          => __( 'After each misconception', 'misconception-scorecard' ),
		'order'         => __( 'Order', 'misconception-scorecard' ),
		'interleaved'   => __( 'Mixed, the same for all', 'misconception-scorecard' ),
		'author'        => __( 'As written', 'misconception-scorecard' ),
		'shuffled'      => __( 'By chance', 'misconception-scorecard' ),
		'theme'         => __( 'Colours', 'misconception-scorecard' ),
		'auto'          => __( 'Those of the page', 'misconception-scorecard' ),
		'light'         => __( 'Light', 'misconception-scorecard' ),
		'dark'          => __( 'Dark', 'misconception-scorecard' ),
		'readers'       => __( 'Readers', 'misconception-scorecard' ),
		'send'          => __( 'Readers may send you their answers', 'misconception-scorecard' ),
		'sendHelp'      => __( 'Only when they press for it. What they write becomes a comment that waits for you.', 'misconception-scorecard' ),
		'others'        => __( 'Show how others answered', 'misconception-scorecard' ),
		'othersHelp'    => __( 'From ten readers on, and only sums. Also shows the suggestions you have approved.', 'misconception-scorecard' ),
		'missing'       => __( 'This questionnaire is not published.', 'misconception-scorecard' ),
	);
}

/**
 * Prints the block.
 *
 * @param array          $attributes What the author chose.
 * @param \WP_Block|null $block      The block.
 */
function print_block( $attributes, $block = null ) {
	$post_id = (int) ( $block->context['postId'] ?? get_the_ID() );
	$tag     = scorecard_tag( $attributes, $post_id );
	return '' === $tag ? '' : '<div ' . get_block_wrapper_attributes() . '>' . $tag . '</div>';
}

/**
 * Prints the shortcode.
 *
 * @param array|string $given What the author wrote.
 */
function print_shortcode( $given ) {
	$given = is_array( $given ) ? $given : array();
	foreach ( array( 'send', 'others' ) as $name ) {
		$given[ $name ] = ! in_array( $given[ $name ] ?? 'yes', array( 'no', 'false', '0' ), true );
	}
	return scorecard_tag( $given, (int) get_the_ID() );
}
