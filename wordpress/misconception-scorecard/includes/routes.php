<?php
/**
 * The routes of the contract: one takes messages, one returns a feed, and a third returns a
 * questionnaire as JSON.
 *
 * Knows requests and replies, and the order of the checks on a message. Uses no cookie and no
 * nonce, so a cached page keeps working and nobody is recognised. Must not know how anything is
 * stored or checked.
 *
 * @package Misconception_Scorecard
 */

namespace Misconception_Scorecard;

defined( 'ABSPATH' ) || exit;

const ROUTES       = 'misconception-scorecard/v1';
const LARGEST      = 60000;
const FEED_SECONDS = 300;

/** Adds the hooks. */
function start_routes() {
	add_action( 'rest_api_init', __NAMESPACE__ . '\\register_routes' );
	add_filter( 'rest_pre_dispatch', __NAMESPACE__ . '\\take_any_type', 10, 3 );
	add_filter( 'rest_pre_serve_request', __NAMESPACE__ . '\\open_to_pages', 100, 3 );
}

/** Registers the routes with WordPress. */
function register_routes() {
	$routes = array(
		'/messages'      => array( 'POST', 'take_message' ),
		'/feed'          => array( 'GET', 'give_feed' ),
		'/questionnaire' => array( 'GET', 'give_questionnaire' ),
	);
	foreach ( $routes as $path => list( $method, $function ) ) {
		register_rest_route(
			ROUTES,
			$path,
			array(
				'methods'             => $method,
				'callback'            => __NAMESPACE__ . '\\' . $function,
				'permission_callback' => '__return_true',
			)
		);
	}
}

/**
 * The URL of a route.
 *
 * @param string $path  The route's path.
 * @param array  $query The query parameters.
 */
function route_url( $path, $query ) {
	return add_query_arg( array_map( 'rawurlencode', $query ), rest_url( ROUTES . $path ) );
}

/**
 * Whether a request is for one of these routes.
 *
 * @param mixed $request The request.
 */
function is_ours( $request ) {
	$paths = array( '/messages', '/feed', '/questionnaire' );
	return $request instanceof \WP_REST_Request && in_array( substr( $request->get_route(), 1 + strlen( ROUTES ) ), $paths, true )
		&& 0 === strpos( $request->get_route(), '/' . ROUTES . '/' );
}

/**
 * Keeps WordPress from parsing a body that is declared as JSON, because it would refuse broken JSON
 * with its own message.
 *
 * @param mixed            $result  The result of other filters.
 * @param \WP_REST_Server  $server  The server.
 * @param \WP_REST_Request $request The request.
 */
function take_any_type( $result, $server, $request ) {
	if ( is_ours( $request ) && 'POST' === $request->get_method() ) {
		$request->set_header( 'content-type', 'text/plain;charset=UTF-8' );
	}
	return $result;
}

/**
 * Lets every page read a reply, but without cookies. WordPress would allow any origin with
 * credentials.
 *
 * @param bool              $served  Whether the reply was already sent.
 * @param \WP_HTTP_Response $result  The reply.
 * @param \WP_REST_Request  $request The request.
 */
function open_to_pages( $served, $result, $request ) {
	if ( is_ours( $request ) ) {
		header_remove( 'Access-Control-Allow-Credentials' );
		header( 'Access-Control-Allow-Origin: *' );
		header( 'Access-Control-Expose-Headers: ETag, Retry-After' );
	}
	return $served;
}

/**
 * A refusal as a reply.
 *
 * @param int    $status  The HTTP status.
 * @param string $code    One of the contract's codes.
 * @param array  $more    Further keys of the reply's body.
 * @param array  $headers Headers.
 */
function refuse( $status, $code, $more = array(), $headers = array() ) {
	return new \WP_REST_Response( array( 'code' => $code ) + $more, $status, $headers );
}

/**
 * Takes a message.
 *
 * @param \WP_REST_Request $request The request.
 */
function take_message( $request ) {
	try {
		return refused_at_the_door( $request ) ?? take_body( $request );
	} catch ( \Throwable $failure ) {
		return refuse( 503, 'unavailable', array( 'message' => 'Try again later.' ), array( 'Retry-After' => '60' ) );
	}
}

/**
 * The reason why a message is refused before it is read; null if there is none.
 *
 * @param \WP_REST_Request $request The request.
 */
function refused_at_the_door( $request ) {
	$origin = $request->get_header( 'origin' );
	if ( ! may_send( $origin ) ) {
		$more = array(
			'message' => 'Pages of this origin may not send. An administrator can add it under Scorecards, Settings, Other sites that may send.',
			'line'    => $origin,
		);
		return refuse( 403, 'origin', $more );
	}
	// phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- It is only hashed.
	if ( is_too_often( isset( $_SERVER['REMOTE_ADDR'] ) ? wp_unslash( $_SERVER['REMOTE_ADDR'] ) : '' ) ) {
		return refuse( 429, 'tooMany', array( 'message' => 'Try again in a minute.' ), array( 'Retry-After' => '60' ) );
	}
	return strlen( $request->get_body() ) > LARGEST ? refuse( 413, 'tooLarge', array( 'message' => 'At most 60,000 bytes.' ) ) : null;
}

/**
 * Reads a message and carries it out.
 *
 * @param \WP_REST_Request $request The request.
 */
function take_body( $request ) {
	try {
		$document = parse_json( $request->get_body() );
	} catch ( \JsonException $error ) {
		return refuse( 400, 'badJson', array( 'message' => $error->getMessage() ) );
	}
	$problems = problems_of( $document );
	if ( $problems ) {
		return refuse( 422, 'invalidDocument', compact( 'problems' ) );
	}
	$secret  = $document->receipt;
	$receipt = hash( 'sha256', $secret );
	unset( $document->receipt );
	if ( 'withdraw' === $document->kind ) {
		return withdraw( $receipt );
	}
	$questionnaire = questionnaire_by_id( $document->questionnaire->id );
	$refusal       = unfitting( $document, $questionnaire ? $questionnaire->terms() : null );
	if ( $refusal ) {
		return refuse( $refusal['status'], $refusal['code'], array( 'problems' => $refusal['problems'] ) );
	}
	$about  = about_key( $document->kind, $document->questionnaire->id, $document->questionnaire->version );
	$status = 'response' === $document->kind
		? keep_response( $receipt, $about, $document, mark_of( $secret, $document, $questionnaire->terms() ) )
		: keep_remark( $receipt, $about, $document, $request );
	if ( 404 === $status ) {
		return refuse( 404, 'unknownQuestionnaire', array( 'message' => 'No published post takes remarks here.' ) );
	}
	if ( 0 === $status ) {
		$other = array( problem( 'duplicateId', '/receipt', 'a receipt of its own' ) );
		return refuse( 422, 'invalidDocument', array( 'problems' => $other ) );
	}
	return new \WP_REST_Response( new \stdClass(), $status );
}

/**
 * A mark that changes when the counted answers change. It does not reveal the answers, because the
 * receipt is hashed with them, and the site stores only another hash of the receipt.
 *
 * @param string $secret   The receipt itself.
 * @param object $response The response.
 * @param array  $terms    The terms of its questionnaire.
 */
function mark_of( $secret, $response, $terms ) {
	return hash( 'sha256', $secret . wp_json_encode( counted_parts( $response, $terms ) ) );
}

/**
 * Takes back the message with this receipt.
 *
 * @param string $receipt The receipt's hash.
 */
function withdraw( $receipt ) {
	$row = stored_row( $receipt );
	if ( $row && '' === $row->mark && (int) $row->comment_id > 0 ) {
		delete_remark( (int) $row->comment_id );
		delete_rows( compact( 'receipt' ) );
	} elseif ( $row ) {
		forget_response( $row );
	}
	return new \WP_REST_Response( null, 204 );
}

/**
 * Stores a remark as a comment, or replaces its text. Returns the HTTP status, or 0 if the receipt
 * belongs to another message.
 *
 * @param string           $receipt The hash of the receipt.
 * @param string           $about   See about_key().
 * @param object           $remark  The remark.
 * @param \WP_REST_Request $request The request.
 */
function keep_remark( $receipt, $about, $remark, $request ) {
	$row = stored_row( $receipt );
	if ( $row && $row->about !== $about ) {
		return 0;
	}
	if ( $row ) {
		replace_remark( (int) $row->comment_id, $remark );
		return 200;
	}
	$query   = $request->get_query_params();
	$post_id = post_for_remarks( $query['post'] ?? 0, $query['proof'] ?? '' );
	if ( ! $post_id ) {
		return 404;
	}
	$row = compact( 'receipt', 'about' ) + array(
		'questionnaire' => id_key( $remark->questionnaire->id ),
		'document'      => '',
	);
	if ( ! add_row( $row ) ) {
		return 200;
	}
	$comment_id = 0;
	try {
		// phpcs:disable WordPress.Security.ValidatedSanitizedInput -- For WordPress's checks, as it is; then it is blanked.
		$address    = isset( $_SERVER['REMOTE_ADDR'] ) ? wp_unslash( $_SERVER['REMOTE_ADDR'] ) : '';
		$agent      = isset( $_SERVER['HTTP_USER_AGENT'] ) ? wp_unslash( $_SERVER['HTTP_USER_AGENT'] ) : '';
		$comment_id = add_remark( $remark, $post_id, $address, $agent );
		// phpcs:enable
	} finally {
		if ( ! $comment_id ) {
			delete_rows( compact( 'receipt' ) );
		}
	}
	if ( ! $comment_id ) {
		throw new Store_Failure( 'WordPress has not taken the comment' );
	}
	change_rows( array( 'comment_id' => $comment_id ), compact( 'receipt' ) );
	return 201;
}

/**
 * Returns a feed.
 *
 * @param \WP_REST_Request $request The request.
 */
function give_feed( $request ) {
	try {
		$questionnaire = questionnaire_by_id( (string) $request->get_param( 'questionnaire' ) );
		if ( ! $questionnaire ) {
			return refuse( 404, 'unknownQuestionnaire' );
		}
		$terms = $questionnaire->terms();
		$feed  = array(
			'feed'          => '1',
			'questionnaire' => array(
				'id'      => $terms['id'],
				'version' => $terms['version'],
			),
		) + current_counts( $terms ) + array( 'suggestions' => published_suggestions( $terms['id'] ) );
		return cached( $request, $feed );
	} catch ( \Throwable $failure ) {
		return refuse( 503, 'unavailable', array( 'message' => 'Try again later.' ), array( 'Retry-After' => '60' ) );
	}
}

/**
 * Returns a published questionnaire as its author wrote it.
 *
 * @param \WP_REST_Request $request The request.
 */
function give_questionnaire( $request ) {
	$questionnaire = questionnaire_by_id( (string) $request->get_param( 'questionnaire' ) );
	return $questionnaire ? cached( $request, json_decode( $questionnaire->json ) ) : refuse( 404, 'unknownQuestionnaire' );
}

/**
 * A reply that anybody may cache for five minutes. A client that already has it gets 304.
 *
 * @param \WP_REST_Request $request The request.
 * @param mixed            $body    The reply's body.
 */
function cached( $request, $body ) {
	$etag    = '"' . substr( hash( 'sha256', (string) wp_json_encode( $body ) ), 0, 16 ) . '"';
	$headers = array(
		'ETag'          => $etag,
		'Cache-Control' => 'public, max-age=' . FEED_SECONDS,
	);
	$known   = false !== strpos( (string) $request->get_header( 'if_none_match' ), $etag );
	return new \WP_REST_Response( $known ? null : $body, $known ? 304 : 200, $headers );
}
