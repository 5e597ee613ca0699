<?php
/**
 * Prints the first screen and the plain page, from trees that a browser or the build has made.
 *
 * A tree is an array of nodes: a node is a string or `[name, attributes, nodes]`. Knows the
 * elements and attributes that the widget draws and leaves out all others, so that nobody can add a
 * script to a page by saving a tree. Writes everything but letters, digits and spaces as numeric
 * references, so that WordPress and its plugins find no quotes, dashes or smileys to replace. Must
 * not know what the screen shows.
 *
 * @package Misconception_Scorecard
 */

namespace Misconception_Scorecard;

defined( 'ABSPATH' ) || exit;

const DEEPEST = 40;

/** Elements of the first screen and the plain page. */
const PLAIN_TAGS = array( 'a', 'b', 'blockquote', 'br', 'cite', 'code', 'dd', 'details', 'div', 'dl', 'dt', 'em', 'h2', 'h3', 'h4', 'i', 'li', 'ol', 'p', 'q', 'small', 'span', 'strong', 'sub', 'summary', 'sup', 'ul' );

/** Elements of the first screen only, which is in a shadow root. */
const SCREEN_TAGS = array( 'article', 'button', 'fieldset', 'form', 'input', 'label', 'legend', 'section' );

/** Attributes of both, with patterns for their values. */
const PLAIN_ATTRIBUTES = array(
	'dir'   => '/^(ltr|rtl|auto)$/D',
	'lang'  => '/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/D',
	'start' => '/^[0-9]{1,4}$/D',
	'href'  => '~^https?://[^\s"\'<>\\\\]+$~Di',
	'rel'   => '/^[a-z ]*$/D',
	'title' => '/^.*$/Ds',
);

/** Attributes of the first screen only. */
const SCREEN_ATTRIBUTES = array(
	'class'            => '/^[\w -]*$/D',
	'part'             => '/^[\w -]*$/D',
	'id'               => '/^[\w-]+$/D',
	'for'              => '/^[\w-]+$/D',
	'name'             => '/^[\w-]+$/D',
	'type'             => '/^(radio|checkbox|submit|button)$/D',
	'value'            => '/^[\w.-]*$/D',
	'method'           => '/^dialog$/D',
	'role'             => '/^[a-z]+$/D',
	'tabindex'         => '/^(-1|0)$/D',
	'checked'          => '/^$/D',
	'disabled'         => '/^$/D',
	'hidden'           => '/^$/D',
	'novalidate'       => '/^$/D',
	'autocomplete'     => '/^off$/D',
	'data-longest'     => '/^.*$/Ds',
	'aria-describedby' => '/^[\w -]*$/D',
	'aria-labelledby'  => '/^[\w -]*$/D',
	'aria-hidden'      => '/^(true|false)$/D',
	'aria-label'       => '/^.*$/Ds',
	'aria-invalid'     => '/^(true|false)$/D',
);

/**
 * Text as HTML that WordPress does not change.
 *
 * @param string $text The text.
 */
function numeric( $text ) {
	$text = wp_check_invalid_utf8( (string) $text );
	// Letters stay, except those that WordPress would change: the x in 2x4, and the W in its own
	// name.
	$odd     = '/[^\p{L}\p{N} ]|(?<=[0-9])x(?=[0-9])|W(?=ordpress)/u';
	$written = static fn( $found ) => '&#' . mb_ord( $found[0], 'UTF-8' ) . ';';
	return (string) preg_replace_callback( $odd, $written, $text );
}

/**
 * A tree as HTML.
 *
 * @param mixed $nodes     The tree.
 * @param bool  $is_screen Whether it is a first screen; a plain page has fewer elements.
 * @param int   $depth     The depth of nesting.
 */
function print_tree( $nodes, $is_screen, $depth = 0 ) {
	if ( ! is_array( $nodes ) || $depth > DEEPEST ) {
		return '';
	}
	$html = '';
	foreach ( $nodes as $node ) {
		if ( is_string( $node ) ) {
			$html .= numeric( $node );
		} elseif ( is_array( $node ) && is_string( $node[0] ?? null ) ) {
			$html .= print_element( $node, $is_screen, $depth );
		}
	}
	return $html;
}

/**
 * An element as HTML; empty if the widget draws no such element.
 *
 * @param array $node      The element.
 * @param bool  $is_screen Whether it is on a first screen.
 * @param int   $depth     The depth of nesting.
 */
function print_element( $node, $is_screen, $depth ) {
	$name = $node[0];
	if ( ! in_array( $name, $is_screen ? array_merge( PLAIN_TAGS, SCREEN_TAGS ) : PLAIN_TAGS, true ) ) {
		return '';
	}
	$known = $is_screen ? PLAIN_ATTRIBUTES + SCREEN_ATTRIBUTES : PLAIN_ATTRIBUTES;
	$html  = "<$name";
	$given = is_array( $node[1] ?? null ) ? $node[1] : array();
	foreach ( $given as $attribute => $value ) {
		$is_known = is_string( $value ) && isset( $known[ $attribute ] ) && preg_match( $known[ $attribute ], $value );
		if ( $is_known ) {
			$html .= " $attribute=\"" . numeric( $value ) . '"';
		}
	}
	$html .= '>';
	return in_array( $name, array( 'input', 'br' ), true )
		? $html
		: $html . print_tree( $node[2] ?? array(), $is_screen, $depth + 1 ) . "</$name>";
}

/**
 * JSON for a script element in a post. Nothing in it ends the script or begins a shortcode, and
 * WordPress does not correct the spelling of its own name.
 *
 * @param string $json Valid JSON.
 */
function json_for_page( $json ) {
	$flags   = JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS | JSON_UNESCAPED_SLASHES;
	$encoded = wp_json_encode( json_decode( $json ), $flags );
	$strings = '/"(?:[^"\\\\]|\\\\.)*"/';
	$written = static fn( $found ) => str_replace( array( '[', ']', 'Wordpress' ), array( '\u005b', '\u005d', '\u0057ordpress' ), $found[0] );
	return (string) preg_replace_callback( $strings, $written, (string) $encoded );
}
