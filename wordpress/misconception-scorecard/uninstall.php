<?php
/**
 * WordPress includes this file when the plugin is deleted. Deletes everything, unless the settings
 * say that data is kept. Comments stay, because they belong to the site.
 *
 * Knows the names of everything that the plugin stores. It must repeat them, because nothing else
 * of the plugin is loaded here.
 *
 * @package Misconception_Scorecard
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/** Deletes everything of one site. */
function misconception_scorecard_uninstall() {
	global $wpdb;
	$settings = get_option( 'misconception_scorecard_settings' );
	if ( is_array( $settings ) && ! empty( $settings['keep_data'] ) ) {
		return;
	}
	$posts = get_posts(
		array(
			'post_type'      => 'miscon_scorecard',
			'post_status'    => array( 'publish', 'draft', 'pending', 'future', 'private', 'trash', 'auto-draft' ),
			'posts_per_page' => -1,
			'fields'         => 'ids',
		)
	);
	foreach ( $posts as $post_id ) {
		wp_delete_post( $post_id, true );
	}
	// phpcs:disable WordPress.DB.DirectDatabaseQuery, WordPress.DB.PreparedSQL.InterpolatedNotPrepared -- The plugin's own table.
	$table = $wpdb->prefix . 'misconception_scorecard';
	$wpdb->query( "DROP TABLE IF EXISTS $table" );
	$names = array( 'misconception_scorecard_', '_transient_misconception_scorecard_', '_transient_timeout_misconception_scorecard_' );
	foreach ( $names as $name ) {
		$like    = $wpdb->esc_like( $name ) . '%';
		$options = $wpdb->get_col( $wpdb->prepare( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE %s", $like ) );
		array_map( 'delete_option', $options );
	}
	// phpcs:enable
	delete_metadata( 'comment', 0, '_misconception_scorecard_key', '', true );
	delete_metadata( 'comment', 0, '_misconception_scorecard_remark', '', true );
}

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $misconception_scorecard_site ) { // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
		switch_to_blog( $misconception_scorecard_site );
		misconception_scorecard_uninstall();
		restore_current_blog();
	}
} else {
	misconception_scorecard_uninstall();
}
