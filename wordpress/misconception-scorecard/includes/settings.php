<?php
/**
 * The settings, and the page on which an administrator changes them.
 *
 * Knows the settings and their defaults. Must not know what they change.
 *
 * @package Misconception_Scorecard
 */

namespace Misconception_Scorecard;

defined( 'ABSPATH' ) || exit;

const OPTION_SETTINGS = 'misconception_scorecard_settings';
const SETTINGS_PAGE   = 'misconception-scorecard-settings';

/** Adds the hooks. */
function start_settings() {
	add_action( 'admin_init', __NAMESPACE__ . '\\register_settings' );
	add_action( 'admin_menu', __NAMESPACE__ . '\\add_settings_page', 20 );
	add_filter( 'plugin_action_links_' . plugin_basename( FILE ), __NAMESPACE__ . '\\link_settings' );
}

/** The defaults. */
function default_settings() {
	return array(
		'origins'    => array(),
		'per_minute' => 60,
		'keep_data'  => false,
	);
}

/**
 * A setting.
 *
 * @param string $name The setting's name.
 */
function setting( $name ) {
	$set = get_option( OPTION_SETTINGS );
	return ( is_array( $set ) ? $set : array() )[ $name ] ?? default_settings()[ $name ];
}

/** Registers the settings with WordPress. */
function register_settings() {
	register_setting(
		SETTINGS_PAGE,
		OPTION_SETTINGS,
		array(
			'type'              => 'object',
			'sanitize_callback' => __NAMESPACE__ . '\\read_settings',
			'show_in_rest'      => false,
		)
	);
}

/**
 * Reads the administrator's input.
 *
 * @param mixed $given The form's fields, or settings that were read before.
 */
function read_settings( $given ) {
	$given   = is_array( $given ) ? $given : array();
	$lines   = $given['origins'] ?? array();
	$lines   = is_array( $lines ) ? $lines : preg_split( '/\s+/', (string) $lines, -1, PREG_SPLIT_NO_EMPTY );
	$origins = array_map( static fn( $line ) => 'null' === $line ? $line : origin_of( (string) $line ), $lines );
	$unread  = array_diff_key( $lines, array_filter( $origins ) );
	if ( $unread && function_exists( 'add_settings_error' ) ) {
		/* translators: %s: what was written, one or more */
		$message = __( 'Not an address of a site, and left out: %s. Write it as https://example.org.', 'misconception-scorecard' );
		add_settings_error( OPTION_SETTINGS, 'origins', esc_html( sprintf( $message, implode( ', ', $unread ) ) ) );
	}
	return array(
		'origins'    => array_values( array_unique( array_filter( $origins ) ) ),
		'per_minute' => max( 1, min( 10000, (int) ( $given['per_minute'] ?? default_settings()['per_minute'] ) ) ),
		'keep_data'  => ! empty( $given['keep_data'] ),
	);
}

/** Adds the page to the menu. */
function add_settings_page() {
	add_submenu_page(
		'edit.php?post_type=' . POST_TYPE,
		__( 'Scorecard settings', 'misconception-scorecard' ),
		__( 'Settings', 'misconception-scorecard' ),
		'manage_options',
		SETTINGS_PAGE,
		__NAMESPACE__ . '\\print_settings_page'
	);
}

/**
 * Adds a link to the settings in the list of plugins.
 *
 * @param array $links The other links.
 */
function link_settings( $links ) {
	$url = admin_url( 'edit.php?post_type=' . POST_TYPE . '&page=' . SETTINGS_PAGE );
	return array_merge( array( '<a href="' . esc_url( $url ) . '">' . esc_html__( 'Settings', 'misconception-scorecard' ) . '</a>' ), $links );
}

/** Prints the page. */
function print_settings_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	$name = static fn( $key ) => OPTION_SETTINGS . "[$key]";
	?>
	<div class="wrap">
		<h1><?php esc_html_e( 'Scorecard settings', 'misconception-scorecard' ); ?></h1>
		<?php settings_errors( OPTION_SETTINGS ); ?>
		<form method="post" action="<?php echo esc_url( admin_url( 'options.php' ) ); ?>">
			<?php settings_fields( SETTINGS_PAGE ); ?>
			<table class="form-table" role="presentation">
				<tr>
					<th scope="row"><label for="misconception-scorecard-origins"><?php esc_html_e( 'Other sites that may send', 'misconception-scorecard' ); ?></label></th>
					<td>
						<textarea id="misconception-scorecard-origins" name="<?php echo esc_attr( $name( 'origins' ) ); ?>" rows="4" cols="50" class="regular-text code" aria-describedby="misconception-scorecard-origins-help"><?php echo esc_textarea( implode( "\n", setting( 'origins' ) ) ); ?></textarea>
						<p class="description" id="misconception-scorecard-origins-help"><?php esc_html_e( 'One per line, as https://example.org. Pages of this site may always send.', 'misconception-scorecard' ); ?></p>
					</td>
				</tr>
				<tr>
					<th scope="row"><label for="misconception-scorecard-minute"><?php esc_html_e( 'Messages per minute', 'misconception-scorecard' ); ?></label></th>
					<td>
						<input type="number" min="1" max="10000" id="misconception-scorecard-minute" name="<?php echo esc_attr( $name( 'per_minute' ) ); ?>" value="<?php echo esc_attr( (string) setting( 'per_minute' ) ); ?>" class="small-text" aria-describedby="misconception-scorecard-minute-help">
						<p class="description" id="misconception-scorecard-minute-help"><?php esc_html_e( 'How many one address may send. Readers behind the same proxy share an address. No address is stored.', 'misconception-scorecard' ); ?></p>
					</td>
				</tr>
				<tr>
					<th scope="row"><?php esc_html_e( 'When the plugin is deleted', 'misconception-scorecard' ); ?></th>
					<td>
						<label><input type="checkbox" name="<?php echo esc_attr( $name( 'keep_data' ) ); ?>" value="1" <?php checked( setting( 'keep_data' ) ); ?>> <?php esc_html_e( 'Keep questionnaires, answers and settings', 'misconception-scorecard' ); ?></label>
						<p class="description"><?php esc_html_e( 'Otherwise they are deleted too. Comments that readers have sent stay comments.', 'misconception-scorecard' ); ?></p>
					</td>
				</tr>
			</table>
			<?php submit_button(); ?>
		</form>
	</div>
	<?php
}
