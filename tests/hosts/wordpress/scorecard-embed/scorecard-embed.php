<?php
/**
 * Plugin Name: Scorecard Embed
 * Description: Loads the questionnaire for posts that have its tag.
 *
 * Knows the folder scorecard/ beside this file; must not know posts.
 */

add_action('wp_enqueue_scripts', function () {
    $file = 'scorecard/scorecard.js';
    $url = plugins_url($file, __FILE__);
    $version = filemtime(__DIR__ . '/' . $file);
    wp_enqueue_script('scorecard-embed', $url, [], $version);
});

add_filter('script_loader_tag', function ($tag, $handle, $src) {
    if ($handle !== 'scorecard-embed') {
        return $tag;
    }
    $src = esc_url($src);
    return "<script type='module' src='$src'></script>\n";
}, 10, 3);
