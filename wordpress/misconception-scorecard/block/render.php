<?php
/**
 * What WordPress includes to print the block. Knows the names that WordPress gives it; the rest is in includes/block.php.
 *
 * @package Misconception_Scorecard
 */

defined( 'ABSPATH' ) || exit;

// phpcs:ignore WordPress.Security.EscapeOutput -- Every part is escaped where it is written.
echo Misconception_Scorecard\print_block( $attributes, $block );
