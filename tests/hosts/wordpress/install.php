<?php
/**
 * Makes the database, the site and one user per role, and activates the plugin. Knows WordPress's
 * functions for that, but no posts. Usage: php install.php FOLDER-OF-WORDPRESS PASSWORD
 */

[, $folder, $password] = $argv;
$database = new mysqli('localhost', 'root', '', '', 0, getenv('SCORECARD_DB_SOCKET'));
$database->query('CREATE DATABASE wordpress CHARACTER SET utf8mb4');
$database->close();

// There is no mail server, so WordPress must not send a mail about the new site.
function wp_new_blog_notification() {}

define('WP_INSTALLING', true);
require $folder . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install('The Shop Floor', 'administrator', 'administrator@example.org', false, '', $password);
foreach (['editor', 'author'] as $role) {
    $user = wp_insert_user([
        'user_login' => $role, 'user_pass' => $password, 'user_email' => "$role@example.org", 'role' => $role,
    ]);
    if (is_wp_error($user)) {
        exit($user->get_error_message());
    }
}
$error = activate_plugin('scorecard-embed/scorecard-embed.php');
if (is_wp_error($error)) {
    exit($error->get_error_message());
}
switch_theme('twentytwentythree');
// Avatars of commenters would be loaded from another server.
update_option('show_avatars', 0);
echo 'installed';
