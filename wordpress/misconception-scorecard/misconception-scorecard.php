<?php
/**
 * Plugin Name:       Misconception Scorecard
 * Description:       Asks your readers what they believe, shows them which misconceptions they hold, and says what is true instead. They may send you their answers, disagree and suggest.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            The Misconception Scorecard project
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       misconception-scorecard
 * Domain Path:       /languages
 *
 * Knows the plugin's files and when each one starts. Must not know what they do.
 *
 * @package Misconception_Scorecard
 */

namespace Misconception_Scorecard;

defined( 'ABSPATH' ) || exit;

const VERSION = '0.1.0';
const FILE    = __FILE__;

foreach (
	array( 'read', 'fit', 'terms', 'count', 'screen', 'questionnaires', 'store', 'snapshot', 'settings', 'doors', 'remarks', 'akismet', 'published', 'routes', 'display', 'block', 'post-type', 'edit-screen', 'responses', 'privacy' )
	as $misconception_scorecard_file
) {
	require_once __DIR__ . '/includes/' . $misconception_scorecard_file . '.php';
}

add_action(
	'init',
	static function () {
		load_plugin_textdomain( 'misconception-scorecard', false, dirname( plugin_basename( FILE ) ) . '/languages' );
	},
	1
);

register_activation_hook( __FILE__, __NAMESPACE__ . '\\install_store' );
add_action( 'plugins_loaded', __NAMESPACE__ . '\\upgrade_store' );

start_settings();
start_remarks();
start_routes();
start_display();
start_block();
start_post_type();
start_edit_screen();
start_responses();
start_privacy();
