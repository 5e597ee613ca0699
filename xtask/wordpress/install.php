<?php
/**
 * Installs a WordPress: the site, one user per role, named like the role, and activates the plugin
 * and Akismet. Knows WordPress's functions for that. Usage: php install.php FOLDER PASSWORD LOCALE
 */

[, $folder, $password, $locale] = $argv;

/** There is no mail server, so WordPress must not send a mail about the new site. */
function wp_new_blog_notification() {}

define( 'WP_INSTALLING', true );
require $folder . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

wp_install( 'The Shop Floor', 'administrator', 'administrator@example.org', true, '', $password );
foreach ( array( 'editor', 'author', 'contributor' ) as $role ) {
	$user = wp_insert_user(
		array(
			'user_login' => $role,
			'user_pass'  => $password,
			'user_email' => "$role@example.org",
			'role'       => $role,
		)
	);
	if ( is_wp_error( $user ) ) {
		exit( $user->get_error_message() );
	}
}
update_option( 'show_avatars', 0 );
update_option( 'permalink_structure', '/%postname%/' );
update_option( 'wordpress_api_key', 'aaaaaaaaaaaa' );
// WordPress publishes every comment, so a comment that waits for approval does so because of the
// plugin.
update_option( 'comment_moderation', 0 );
update_option( 'comment_previously_approved', 0 );
flush_rewrite_rules();
foreach ( array( 'misconception-scorecard/misconception-scorecard.php', 'akismet/akismet.php' ) as $plugin ) {
	if ( ! file_exists( WP_PLUGIN_DIR . '/' . $plugin ) ) {
		continue;
	}
	$error = activate_plugin( $plugin );
	if ( is_wp_error( $error ) ) {
		exit( $error->get_error_message() );
	}
}
echo 'installed';
