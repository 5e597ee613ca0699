<?php
/**
 * WordPress includes this file to print the block. Knows the variables that WordPress sets; the
 * rest is in includes/block.php.
 *
 * @package Misconception_Scorecard
 */

defined( 'ABSPATH' ) || exit;

// phpcs:ignore WordPress.Security.EscapeOutput -- Every part is escaped where it is written.
echo Misconception_Scorecard\print_block( $attributes, $block );
