<?php
/**
 * Prints the tag in a page, with the first screen and the plain page in it, and loads the widget's
 * script.
 *
 * Knows the tag's attributes and how WordPress loads scripts. Must not know blocks and shortcodes,
 * which call it.
 *
 * @package Misconception_Scorecard
 */

namespace Misconception_Scorecard;

defined( 'ABSPATH' ) || exit;

const SCRIPT = 'misconception-scorecard';

/**
 * The options of an author with their values; the first value is the default, for which the tag has
 * no attribute.
 */
const CHOICES = array(
	'layout'   => array( 'paged', 'list' ),
	'feedback' => array( 'end', 'each' ),
	'order'    => array( 'interleaved', 'author', 'shuffled' ),
	'advance'  => array( 'tap', 'manual' ),
	'theme'    => array( 'auto', 'light', 'dark' ),
	'storage'  => array( 'session', 'local', 'none' ),
);

/** Adds the hooks. */
function start_display() {
	add_action( 'init', __NAMESPACE__ . '\\register_script' );
	add_filter( 'script_loader_tag', __NAMESPACE__ . '\\load_as_module', 10, 3 );
}

/** The URL of the widget's script, with a version so that browsers may cache it. */
function script_url() {
	return plugins_url( 'scorecard/scorecard.js', FILE );
}

/** Registers the script with WordPress. */
function register_script() {
	wp_register_script( SCRIPT, script_url(), array(), VERSION, true );
}

/**
 * Loads the plugin's scripts as modules, in every version of WordPress.
 *
 * @param string $tag    The script element that WordPress has made.
 * @param string $handle The script's handle.
 * @param string $src    The script's URL.
 */
function load_as_module( $tag, $handle, $src ) {
	$modules = array( SCRIPT, BLOCK_SCRIPT, EDIT_SCRIPT, RESPONSES_SCRIPT );
	if ( ! in_array( $handle, $modules, true ) ) {
		return $tag;
	}
	$before = '';
	if ( preg_match( '~^.*?(?=<script\b[^>]*\bsrc=)~s', $tag, $found ) ) {
		$before = $found[0];
	}
	// phpcs:ignore WordPress.WP.EnqueuedResources.NonEnqueuedScript -- It is enqueued; this is how it is written.
	return $before . '<script type="module" src="' . esc_url( $src ) . '" id="' . esc_attr( $handle ) . "-js\"></script>\n";
}

/**
 * The tag of a scorecard, and the script for its page. For an unpublished questionnaire, editors
 * get a note and others an empty string.
 *
 * @param array $given   What the author chose: questionnaire, lang, send, others, and the choices.
 * @param int   $post_id The post that it is in; 0 for none.
 */
function scorecard_tag( $given, $post_id ) {
	$questionnaire = questionnaire_by_id( (string) ( $given['questionnaire'] ?? BUILT_IN ) );
	if ( ! $questionnaire ) {
		return current_user_can( 'edit_posts' )
			? '<p>' . esc_html__( 'This questionnaire is not published. Only those who can edit see this line.', 'misconception-scorecard' ) . '</p>'
			: '';
	}
	$wanted = (string) ( $given['lang'] ?? '' );
	$lang   = $questionnaire->nearest( '' === $wanted ? get_bloginfo( 'language' ) : $wanted );
	$plain  = print_tree( $questionnaire->plain( $lang ), false );
	if ( is_feed() ) {
		return $plain;
	}
	wp_enqueue_script( SCRIPT );
	$choices    = chosen( $given );
	$attributes = array( 'lang' => $lang ) + $choices + addresses( $given, $questionnaire, $post_id );
	$html       = '<misconception-scorecard';
	foreach ( $attributes as $name => $value ) {
		$html .= " $name=\"" . esc_attr( $value ) . '"';
	}
	$screen = $questionnaire->screen( $lang, $choices );
	$html  .= '>' . ( null === $screen ? '' : first_screen( $screen ) ) . $plain;
	if ( $questionnaire->post_id ) {
		$html .= '<script type="application/json">' . json_for_page( $questionnaire->json ) . '</script>';
	}
	return $html . '</misconception-scorecard>';
}

/**
 * The author's options that differ from the defaults.
 *
 * @param array $given What the author chose.
 */
function chosen( $given ) {
	$choices = array();
	foreach ( CHOICES as $name => $values ) {
		$value = $given[ $name ] ?? '';
		if ( in_array( $value, array_slice( $values, 1 ), true ) ) {
			$choices[ $name ] = $value;
		}
	}
	return $choices;
}

/**
 * The attributes with the URLs to which answers go and from which others' answers come.
 *
 * @param array         $given         What the author chose.
 * @param Questionnaire $questionnaire The questionnaire.
 * @param int           $post_id       The post that it is in.
 */
function addresses( $given, $questionnaire, $post_id ) {
	$addresses = array();
	if ( false !== ( $given['send'] ?? true ) ) {
		$query = array(
			'post'  => (string) $post_id,
			'proof' => post_proof( $post_id ),
		);

		$addresses['endpoint'] = route_url( '/messages', $post_id ? $query : array() );
	}
	if ( false !== ( $given['others'] ?? true ) ) {
		$addresses['feed'] = route_url( '/feed', array( 'questionnaire' => $questionnaire->id ) );
	}
	return $addresses;
}

/**
 * The first screen as declarative shadow DOM.
 *
 * @param array $screen Its tree.
 */
function first_screen( $screen ) {
	static $style = null;
	if ( null === $style ) {
		$file = __DIR__ . '/../built/first-screen.css';
		// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- A file of the plugin's own.
		$style = is_readable( $file ) ? (string) file_get_contents( $file ) : '';
	}
	return '<template shadowrootmode="open"><style>' . $style . '</style><div class="panel" part="panel">'
		. print_tree( $screen, true ) . '</div><slot hidden=""></slot></template>';
}
