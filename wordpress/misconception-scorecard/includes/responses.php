<?php
/**
 * The admin page with the responses, and the route from which its script fetches them.
 *
 * Knows rows and who may see them. Counts nothing: the core does that in the administrator's
 * browser.
 *
 * @package Misconception_Scorecard
 */

namespace Misconception_Scorecard;

defined( 'ABSPATH' ) || exit;

const RESPONSES_PAGE   = 'misconception-scorecard-responses';
const RESPONSES_SCRIPT = 'misconception-scorecard-responses';
const RESPONSES_CAP    = 'edit_others_posts';
const ROWS_AT_ONCE     = 1000;

/** Adds the hooks. */
function start_responses() {
	add_action( 'admin_menu', __NAMESPACE__ . '\\add_responses_page' );
	add_action( 'admin_enqueue_scripts', __NAMESPACE__ . '\\enqueue_responses' );
	add_action( 'rest_api_init', __NAMESPACE__ . '\\register_rows' );
}

/** Adds the page to the menu. */
function add_responses_page() {
	add_submenu_page(
		'edit.php?post_type=' . POST_TYPE,
		__( 'Responses', 'misconception-scorecard' ),
		__( 'Responses', 'misconception-scorecard' ),
		RESPONSES_CAP,
		RESPONSES_PAGE,
		__NAMESPACE__ . '\\print_responses_page'
	);
}

/** Registers the route for the rows. Like every route with cookies it needs WordPress's nonce. */
function register_rows() {
	register_rest_route(
		ROUTES,
		'/responses',
		array(
			'methods'             => 'GET',
			'callback'            => __NAMESPACE__ . '\\give_rows',
			'permission_callback' => static fn() => current_user_can( RESPONSES_CAP ),
			'args'                => array(
				'questionnaire' => array(
					'type'     => 'string',
					'required' => true,
				),
				'after'         => array(
					'type'    => 'string',
					'default' => '',
					'pattern' => '^([0-9a-f]{64})?$',
				),
			),
		)
	);
}

/**
 * Returns responses to all versions of a questionnaire, page by page.
 *
 * @param \WP_REST_Request $request The request.
 */
function give_rows( $request ) {
	try {
		$rows = stored_responses( 'questionnaire', id_key( $request['questionnaire'] ), $request['after'], ROWS_AT_ONCE );
	} catch ( Store_Failure $failure ) {
		return new \WP_Error( 'unavailable', __( 'The database does not answer.', 'misconception-scorecard' ), array( 'status' => 503 ) );
	}
	$last  = end( $rows );
	$reply = new \WP_REST_Response(
		array(
			'responses' => array_map( static fn( $row ) => json_decode( $row->document ), $rows ),
			'next'      => $last && count( $rows ) === ROWS_AT_ONCE ? $last->receipt : null,
		)
	);
	$reply->header( 'Cache-Control', 'no-store' );
	return $reply;
}

/**
 * Loads the page's script.
 *
 * @param string $hook The hook suffix of the admin page.
 */
function enqueue_responses( $hook ) {
	if ( POST_TYPE . '_page_' . RESPONSES_PAGE !== $hook || ! current_user_can( RESPONSES_CAP ) ) {
		return;
	}
	wp_enqueue_style( 'misconception-scorecard-admin', plugins_url( 'admin/admin.css', FILE ), array(), VERSION );
	wp_enqueue_script( RESPONSES_SCRIPT, plugins_url( 'admin/responses.js', FILE ), array(), VERSION, true );
	$list = array();
	foreach ( questionnaires() as $questionnaire ) {
		$lang   = $questionnaire->nearest( get_user_locale() );
		$json   = $questionnaire->post_id ? $questionnaire->json : built_in( $lang )['json'];
		$list[] = array(
			'title'         => $questionnaire->title(),
			'lang'          => $lang,
			'shape'         => $questionnaire->terms()['shape'],
			'questionnaire' => json_decode( $json ),
		);
	}
	$told = array(
		'questionnaires' => $list,
		'rows'           => rest_url( ROUTES . '/responses' ),
		'nonce'          => wp_create_nonce( 'wp_rest' ),
		'locale'         => str_replace( '_', '-', get_user_locale() ),
		'words'          => responses_words(),
	);
	wp_add_inline_script( RESPONSES_SCRIPT, 'window.misconceptionScorecardResponses = ' . wp_json_encode( $told, JSON_HEX_TAG ) . ';', 'before' );
}

/** The texts of the page's script. */
function responses_words() {
	return array(
		'none'          => __( 'Nobody has sent answers to this questionnaire yet.', 'misconception-scorecard' ),
		/* translators: %s: a number */
		'count'         => __( 'Responses: %s', 'misconception-scorecard' ),
		/* translators: %s: a number */
		'older'         => __( 'To earlier versions of the questionnaire, and not counted here: %s. They are in the files.', 'misconception-scorecard' ),
		/* translators: %s: a number */
		'differing'     => __( 'Left out, for the verdicts that were sent with them do not follow from the answers: %s', 'misconception-scorecard' ),
		'misconception' => __( 'Misconception', 'misconception-scorecard' ),
		'statement'     => __( 'Statement', 'misconception-scorecard' ),
		'held'          => __( 'Believe it', 'misconception-scorecard' ),
		'leaning'       => __( 'Lean towards it', 'misconception-scorecard' ),
		'unsure'        => __( 'Unsure', 'misconception-scorecard' ),
		'notHeld'       => __( 'Do not believe it', 'misconception-scorecard' ),
		'insufficient'  => __( 'Too few answers', 'misconception-scorecard' ),
		'share'         => __( 'Share that believes it, with its 95 % interval', 'misconception-scorecard' ),
		'contested'     => __( 'Experts disagree', 'misconception-scorecard' ),
		'dontKnow'      => __( 'Don’t know', 'misconception-scorecard' ),
		'blank'         => __( 'Blank', 'misconception-scorecard' ),
		'disagree'      => __( '1 is the firmest disagreement, the last number the firmest agreement.', 'misconception-scorecard' ),
		'verdicts'      => __( 'What readers believe', 'misconception-scorecard' ),
		'statements'    => __( 'How each statement was answered', 'misconception-scorecard' ),
		'failed'        => __( 'The responses could not be loaded. Reload the page to try again.', 'misconception-scorecard' ),
	);
}

/** Prints the page. */
function print_responses_page() {
	if ( ! current_user_can( RESPONSES_CAP ) ) {
		return;
	}
	?>
	<div class="wrap">
		<h1><?php esc_html_e( 'Responses', 'misconception-scorecard' ); ?></h1>
		<p><?php esc_html_e( 'Your readers chose to answer and to send. These are not the shares in any population.', 'misconception-scorecard' ); ?></p>
		<p>
			<label for="misconception-scorecard-which"><?php esc_html_e( 'Questionnaire', 'misconception-scorecard' ); ?></label>
			<select id="misconception-scorecard-which"></select>
			<button type="button" class="button" id="misconception-scorecard-ndjson" disabled><?php esc_html_e( 'Save as NDJSON', 'misconception-scorecard' ); ?></button>
			<button type="button" class="button" id="misconception-scorecard-csv" disabled><?php esc_html_e( 'Save as CSV', 'misconception-scorecard' ); ?></button>
		</p>
		<div id="misconception-scorecard-figures" role="status"></div>
		<noscript><p><?php esc_html_e( 'Counting needs JavaScript.', 'misconception-scorecard' ); ?></p></noscript>
	</div>
	<?php
}
