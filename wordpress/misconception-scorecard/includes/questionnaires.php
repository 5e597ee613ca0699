<?php
/**
 * The questionnaires of this site: the built-in one, and those that editors have published.
 *
 * Knows where they are stored, and which first screen fits a block. Must not know requests, nor how
 * a questionnaire is edited.
 *
 * @package Misconception_Scorecard
 */

namespace Misconception_Scorecard;

defined( 'ABSPATH' ) || exit;

const POST_TYPE     = 'miscon_scorecard';
const META_DOCUMENT = '_misconception_scorecard_document';
const META_SCREENS  = '_misconception_scorecard_screens';
const META_ID       = '_misconception_scorecard_id';
const META_CHECKED  = '_misconception_scorecard_checked';
const BUILT_IN      = 'social-media';

/**
 * A lookup key for an id of any length.
 *
 * @param string $id A questionnaire's id.
 */
function id_key( $id ) {
	return hash( 'sha256', $id );
}

/**
 * The languages of the built-in questionnaire; the first is for readers whose language is not among
 * them.
 */
function built_in_languages() {
	return array( 'en', 'nb' );
}

/**
 * What the build has made of the built-in questionnaire in one language.
 *
 * @param string $lang One of its languages.
 */
function built_in( $lang ) {
	static $read = array();
	if ( ! isset( $read[ $lang ] ) ) {
		$file = __DIR__ . '/../built/' . BUILT_IN . ".$lang.json";
		// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- A file of the plugin's own.
		$read[ $lang ] = is_readable( $file ) ? json_decode( file_get_contents( $file ), true ) : null;
	}
	return $read[ $lang ];
}

/** A questionnaire that readers can answer. */
class Questionnaire {
	/**
	 * The id that its author gave it.
	 *
	 * @var string
	 */
	public $id;

	/**
	 * The id of its post; 0 for the built-in one.
	 *
	 * @var int
	 */
	public $post_id = 0;

	/**
	 * Its JSON.
	 *
	 * @var string
	 */
	public $json;

	/**
	 * Its JSON decoded, with objects as arrays.
	 *
	 * @var array
	 */
	public $document;

	/**
	 * First screens and plain pages, by language.
	 *
	 * @var array
	 */
	private $screens = array();

	/**
	 * A questionnaire from JSON; null if the JSON is not one.
	 *
	 * @param string $json    The JSON.
	 * @param int    $post_id The post that holds it; 0 for the built-in one.
	 */
	public static function read( $json, $post_id = 0 ) {
		$document = json_decode( $json, true );
		$terms    = terms_of( $document );
		if ( null === $terms ) {
			return null;
		}
		$new           = new self();
		$new->id       = $terms['id'];
		$new->post_id  = $post_id;
		$new->json     = $json;
		$new->document = $document;
		return $new;
	}

	/** Its terms. */
	public function terms() {
		return terms_of( $this->document );
	}

	/** Its title. */
	public function title() {
		return is_string( $this->document['title'] ?? null ) ? $this->document['title'] : $this->id;
	}

	/** Its languages, its own first. */
	public function languages() {
		if ( 0 === $this->post_id ) {
			return built_in_languages();
		}
		$inside = array_filter( (array) ( $this->document['translations'] ?? array() ), 'is_array' );
		return array_values( array_unique( array_merge( array( (string) ( $this->document['lang'] ?? 'en' ) ), array_keys( $inside ) ) ) );
	}

	/**
	 * The questionnaire's language that is nearest to the wanted one.
	 *
	 * @param string $wanted A language tag.
	 */
	public function nearest( $wanted ) {
		$languages = $this->languages();
		$wanted    = strtolower( str_replace( '_', '-', $wanted ) );
		$first     = explode( '-', $wanted )[0];
		// One group: a reader of Bokmål, Nynorsk or plain Norwegian can read the other two.
		$family = in_array( $first, array( 'nb', 'no', 'nn' ), true ) ? array( 'nb', 'no', 'nn' ) : array( $first );
		foreach ( $languages as $lang ) {
			if ( strtolower( $lang ) === $wanted ) {
				return $lang;
			}
		}
		foreach ( $languages as $lang ) {
			if ( in_array( explode( '-', strtolower( $lang ) )[0], $family, true ) ) {
				return $lang;
			}
		}
		return $languages[0];
	}

	/**
	 * What a page shows in a language, as `{ plain, screens, variants }`.
	 *
	 * @param string $lang One of its languages.
	 */
	private function drawn( $lang ) {
		if ( 0 === $this->post_id ) {
			return built_in( $lang );
		}
		if ( ! $this->screens ) {
			$this->screens = (array) json_decode( (string) get_post_meta( $this->post_id, META_SCREENS, true ), true );
		}
		return is_array( $this->screens[ $lang ] ?? null ) ? $this->screens[ $lang ] : array();
	}

	/**
	 * The plain page, as a tree.
	 *
	 * @param string $lang One of its languages.
	 */
	public function plain( $lang ) {
		return $this->drawn( $lang )['plain'] ?? array();
	}

	/**
	 * The first screen for these options, as a tree; null if none was drawn beforehand.
	 *
	 * @param string $lang    One of its languages.
	 * @param array  $choices The attributes of the tag.
	 */
	public function screen( $lang, $choices ) {
		if ( 'manual' === ( $choices['advance'] ?? '' ) || 'shuffled' === ( $choices['order'] ?? '' ) ) {
			return null;
		}
		$variant = implode(
			' ',
			array(
				'list' === ( $choices['layout'] ?? '' ) ? 'list' : 'paged',
				'author' === ( $choices['order'] ?? '' ) ? 'author' : 'interleaved',
				'each' === ( $choices['feedback'] ?? '' ) ? 'each' : 'end',
			)
		);
		$drawn   = $this->drawn( $lang );
		return $drawn['screens'][ $drawn['variants'][ $variant ] ?? -1 ] ?? null;
	}

	/**
	 * The name of a misconception in a language; empty if there is no such misconception.
	 *
	 * @param string $id   The misconception's id.
	 * @param string $lang One of its languages.
	 */
	public function name_of( $id, $lang ) {
		$document = 0 === $this->post_id ? json_decode( built_in( $lang )['json'], true ) : $this->document;
		$other    = $document['translations'][ $lang ]['misconceptions'][ $id ]['name'] ?? null;
		foreach ( $document['misconceptions'] as $misconception ) {
			if ( $misconception['id'] === $id ) {
				return (string) ( $other ?? $misconception['name'] ?? $id );
			}
		}
		return '';
	}
}

/**
 * A questionnaire by its id; null if this site does not have it.
 *
 * @param string $id The questionnaire's id.
 */
function questionnaire_by_id( $id ) {
	if ( BUILT_IN === $id ) {
		$built = built_in( built_in_languages()[0] );
		return $built ? Questionnaire::read( $built['json'] ) : null;
	}
	$found = get_posts(
		array(
			'post_type'        => POST_TYPE,
			'post_status'      => 'publish',
			'posts_per_page'   => 1,
			'orderby'          => 'ID',
			'order'            => 'ASC',
			// phpcs:ignore WordPress.DB.SlowDBQuery.slow_db_query_meta_key -- A handful of posts.
			'meta_key'         => META_ID,
			// phpcs:ignore WordPress.DB.SlowDBQuery.slow_db_query_meta_value -- A handful of posts.
			'meta_value'       => id_key( $id ),
			'suppress_filters' => true,
		)
	);
	return $found ? questionnaire_of_post( $found[0] ) : null;
}

/**
 * The questionnaire in a post; null if there is none.
 *
 * @param \WP_Post $post The post.
 */
function questionnaire_of_post( $post ) {
	return Questionnaire::read( (string) get_post_meta( $post->ID, META_DOCUMENT, true ), $post->ID );
}

/** All questionnaires of the site, the built-in one first. */
function questionnaires() {
	$posts = get_posts(
		array(
			'post_type'      => POST_TYPE,
			'post_status'    => 'publish',
			'posts_per_page' => 200,
			'orderby'        => 'title',
			'order'          => 'ASC',
		)
	);
	$own   = array_map( __NAMESPACE__ . '\\questionnaire_of_post', $posts );
	return array_values( array_filter( array_merge( array( questionnaire_by_id( BUILT_IN ) ), $own ) ) );
}
