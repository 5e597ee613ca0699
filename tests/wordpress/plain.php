<?php
/**
 * Calls the parts of the plugin that do not use WordPress: `php plain.php WHAT < JSON`. Knows their
 * names; the expected results are in plain.test.mjs.
 */

define( 'ABSPATH', __DIR__ );
$folder = __DIR__ . '/../../wordpress/misconception-scorecard/includes/';
foreach ( array( 'read', 'fit', 'terms', 'count' ) as $file ) {
	require $folder . $file . '.php';
}
$given = stream_get_contents( STDIN );

if ( 'terms' === $argv[1] ) {
	echo json_encode( array_map( 'Misconception_Scorecard\\terms_of', json_decode( $given, true ) ) );
}
if ( 'read' === $argv[1] ) {
	echo json_encode( array_map( 'Misconception_Scorecard\\problems_of', json_decode( $given ) ) );
}
