//! The formulas of the statistics, tested with known results: from R and Python, from published
//! tables, and from the definitions.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod common;

use common::read;
use misconception_scorecard::scoring::change::normalized_change;
use misconception_scorecard::statistics::correlation::{correlation, estimate};
use misconception_scorecard::statistics::mean::{mean, standard_error};
use misconception_scorecard::statistics::reliability::{
    Method, OMEGA_FROM, alpha, omega, reliability, spearman_brown,
};
use misconception_scorecard::statistics::share::share;
use misconception_scorecard::statistics::sign::{sign, two_sided};
use misconception_scorecard::statistics::student;
use serde_json::Value;

const FOLDER: &str = "tests/fixtures/statistics";
/// The largest allowed difference between two computations.
const CLOSE: f64 = 1e-9;

fn known(name: &str) -> Value {
    read(&format!("{FOLDER}/{name}.json"))
}

/// The columns of a table with their names, without the first `skip`; a blank cell is `None`.
fn columns(name: &str, skip: usize) -> Vec<(String, Vec<Option<f64>>)> {
    let path = format!("{}/{FOLDER}/{name}.csv", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text.lines();
    let names = lines.next().unwrap().split(',').skip(skip);
    let mut columns: Vec<(String, Vec<Option<f64>>)> = names
        .map(|it| (it.trim_matches('"').to_owned(), Vec::new()))
        .collect();
    for line in lines {
        for ((_, column), cell) in columns.iter_mut().zip(line.split(',').skip(skip)) {
            column.push(cell.parse().ok());
        }
    }
    columns
}

/// The columns of the rows without a blank cell.
fn complete(columns: &[(String, Vec<Option<f64>>)]) -> Vec<Vec<f64>> {
    let rows = columns[0].1.len();
    let is_whole = |row: &usize| columns.iter().all(|(_, it)| it[*row].is_some());
    let whole: Vec<usize> = (0..rows).filter(is_whole).collect();
    let of = |column: &Vec<Option<f64>>| whole.iter().map(|row| column[*row].unwrap()).collect();
    columns.iter().map(|(_, column)| of(column)).collect()
}

#[track_caller]
fn close(found: f64, expected: f64) {
    assert!(
        (found - expected).abs() <= CLOSE,
        "{found} is not {expected}"
    );
}

/// The correlation of each column with the sum of the other columns.
fn with_rest(items: &[Vec<f64>]) -> Vec<f64> {
    let rest = |own: usize| -> Vec<f64> {
        let others = |row: usize| items.iter().map(|it| it[row]).sum::<f64>() - items[own][row];
        (0..items[0].len()).map(others).collect()
    };
    let of = |own: usize| correlation(&items[own], &rest(own)).unwrap();
    (0..items.len()).map(of).collect()
}

#[test]
fn shares_have_wilsons_interval_as_in_r_statsmodels_and_newcombe() {
    for name in ["r", "python"] {
        let known = known(name);
        let rows = known["wilson95"].as_array().unwrap();
        assert_eq!(rows.len(), 11);
        for row in rows {
            let count = |key: &str| u32::try_from(row[key].as_u64().unwrap()).unwrap();
            let found = share(count("x"), count("n")).unwrap();
            close(found.low, row["lo"].as_f64().unwrap());
            close(found.high, row["hi"].as_f64().unwrap());
            close(found.share, f64::from(found.count) / f64::from(found.n));
        }
    }
    // Newcombe 1998, table I, method 3, as printed.
    for (count, n, low, high) in [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ] {
        let found = share(count, n).unwrap();
        for (end, printed) in [(found.low, low), (found.high, high)] {
            assert!((end - printed).abs() < 0.5e-4, "{count} of {n}: {end}");
        }
    }
}

#[test]
fn an_interval_stays_in_its_range_and_contains_its_share() {
    for n in 1..=60 {
        for count in 0..=n {
            let it = share(count, n).unwrap();
            assert!(0.0 <= it.low && it.low <= it.share && it.share <= it.high && it.high <= 1.0);
            // The interval of the complement is the mirror image.
            let other = share(n - count, n).unwrap();
            close(it.low, 1.0 - other.high);
        }
    }
    assert_eq!(share(0, 0), None);
    assert_eq!(share(3, 2), None);
}

#[test]
fn students_distribution_equals_tables() {
    // Quantiles of R's qt(0.975, n), from a table.
    for (freedom, expected) in [
        (1, 12.706_204_736_174_7),
        (2, 4.302_652_729_749_46),
        (3, 3.182_446_305_283_71),
        (9, 2.262_157_162_798_2),
        (10, 2.228_138_851_986_27),
        (30, 2.042_272_456_301_24),
        (100, 1.983_971_518_523_55),
        (1000, 1.962_339_080_895_6),
    ] {
        let found = student::quantile(freedom);
        assert!((found - expected).abs() < 1e-8, "{freedom}: {found}");
    }
    // There is no step between the two ways of calculating.
    let (before, after) = (student::quantile(400), student::quantile(401));
    let slope = student::quantile(399) - before;
    assert!((before - after - slope).abs() < slope / 50.0);
    let known = &known("r")["prepost"];
    let t = known["t"].as_f64().unwrap();
    close(1.0 - student::within(t, 11), known["p"].as_f64().unwrap());
}

#[test]
fn the_mean_normalised_change_equals_r() {
    let known = &known("r")["prepost"];
    let pairs = columns("prepost_pairs", 1);
    let beliefs = |index: usize| pairs[index].1.iter().map(|it| it.map(|it| 100.0 - it));
    let changes: Vec<Option<f64>> = beliefs(0)
        .zip(beliefs(1))
        .map(|(before, after)| normalized_change(before, after))
        .collect();
    let expected = known["c_individual"].as_array().unwrap();
    assert_eq!(changes.len(), expected.len());
    for (found, expected) in changes.iter().zip(expected) {
        assert_eq!(found.is_none(), expected.is_null());
        close(found.unwrap_or(0.0), expected.as_f64().unwrap_or(0.0));
    }
    let changes: Vec<f64> = changes.into_iter().flatten().collect();
    let found = mean(&changes, (-1.0, 1.0)).unwrap();
    let number = |key: &str| known[key].as_f64().unwrap();
    assert_eq!(u64::from(found.n), known["c_n"].as_u64().unwrap());
    close(found.value, number("c_ave"));
    let error = standard_error(&changes, found.value).unwrap();
    close(error, number("c_sem"));
    // t with 9 degrees of freedom, from a table.
    close(
        found.high.unwrap(),
        number("c_ave") + 2.262_157_162_798_2 * error,
    );
    close(
        found.low.unwrap(),
        number("c_ave") - 2.262_157_162_798_2 * error,
    );
}

#[test]
fn the_sign_test_equals_mcnemars_exact_test() {
    let cells: Vec<u32> = columns("mcnemar", 0)
        .iter()
        .map(|(_, column)| format!("{}", column[0].unwrap()).parse().unwrap())
        .collect();
    for name in ["r", "python"] {
        let expected = known(name)["mcnemar"]["exact_p"].as_f64().unwrap();
        let found = sign(cells[1], cells[2]).unwrap();
        assert!(
            (found.p / expected - 1.0).abs() < CLOSE,
            "{} {expected}",
            found.p
        );
        assert_eq!((found.corrected, found.acquired), (30, 5));
    }
    for (one, other, expected) in [
        (0, 0, 1.0),
        (1, 0, 1.0),
        (5, 5, 1.0),
        (6, 0, 0.031_25),
        (0, 6, 0.031_25),
        (9, 1, 22.0 / 1024.0),
    ] {
        close(two_sided(one, other), expected);
    }
    // 2^n is much larger than the largest double.
    assert!((0.0..1e-300).contains(&two_sided(3000, 50_000)));
    close(two_sided(50_000, 50_000), 1.0);
    assert_eq!(sign(0, 0), None);
}

#[test]
fn facility_and_discrimination_equal_psych() {
    let known = &known("r")["kr20_wuensch"];
    let table = columns("kr20_wuensch", 1);
    let items = complete(&table);
    let rest = with_rest(&items);
    for (((name, _), column), rest) in table.iter().zip(&items).zip(rest) {
        let facility = mean(column, (0.0, 1.0)).unwrap();
        close(
            facility.value,
            known["difficulty_p"][name].as_f64().unwrap(),
        );
        close(
            rest,
            known["point_biserial_corrected_rest"][name]
                .as_f64()
                .unwrap(),
        );
    }
    let table = columns("attitude", 0);
    let expected = &self::known("r")["attitude"]["r_drop"];
    for ((name, _), found) in table.iter().zip(with_rest(&complete(&table))) {
        close(found, expected[name].as_f64().unwrap());
    }
}

/// The table with its columns 3, 4 and 6 reversed, because they are keyed the other way.
fn turned() -> Vec<Vec<f64>> {
    let mut items = complete(&columns("likert5_reverse_missing", 1));
    for index in [2, 3, 5] {
        items[index] = items[index].iter().map(|it| 6.0 - it).collect();
    }
    items
}

#[test]
fn alpha_equals_psych_and_pingouin() {
    let (r, python) = (known("r"), known("python"));
    for (items, in_r, in_python) in [
        (
            complete(&columns("kr20_wuensch", 1)),
            &r["kr20_wuensch"]["psych_alpha_raw"],
            &python["kr20_wuensch"]["pingouin_alpha"],
        ),
        (
            turned(),
            &r["likert"]["raw_alpha_complete"],
            &python["likert"]["alpha_listwise"],
        ),
        (
            complete(&columns("likert3x4_published", 1)),
            &r["likert3x4"]["alpha"],
            &python["likert3x4"]["alpha"],
        ),
        (
            complete(&columns("attitude", 0)),
            &r["attitude"]["raw_alpha"],
            &python["attitude"]["alpha"],
        ),
    ] {
        let found = alpha(&items).unwrap();
        close(found.value, in_r.as_f64().unwrap());
        close(found.value, in_python.as_f64().unwrap());
        let (low, high) = (found.low.unwrap(), found.high.unwrap());
        assert!(low < found.value && found.value < high && high < 1.0);
    }
    let rest = &r["likert"]["item_rest_r_complete"];
    for (found, name) in with_rest(&turned())
        .iter()
        .zip(["m1", "m2", "m3r", "m4r", "m5", "m6r"])
    {
        close(*found, rest[name].as_f64().unwrap());
    }
}

#[test]
fn omega_equals_a_factor_fitted_by_maximum_likelihood() {
    let known = &known("r")["likert"];
    let expected = known["omega_total_one_factor_ml_complete"]
        .as_f64()
        .unwrap();
    let found = omega(&turned()).unwrap();
    assert!((found - expected).abs() < 1e-6, "{found} is not {expected}");
}

#[test]
fn omega_needs_enough_readers_and_two_statements_get_spearman_brown() {
    let items = turned();
    assert_eq!(reliability(&items).unwrap().omega, None);
    let many: Vec<Vec<f64>> = items.iter().map(|it| it.repeat(10)).collect();
    assert_eq!(many[0].len(), OMEGA_FROM as usize);
    let found = reliability(&many).unwrap();
    close(found.omega.unwrap().value, omega(&items).unwrap());
    assert_eq!((found.method, found.statements), (Method::Alpha, 6));
    let two = reliability(&items[..2]).unwrap();
    let r = correlation(&items[0], &items[1]).unwrap();
    assert_eq!((two.method, two.omega), (Method::SpearmanBrown, None));
    close(two.value.value, 2.0 * r / (1.0 + r));
    assert_eq!(reliability(&items[..1]), None);
}

#[test]
fn a_correlation_is_inside_its_interval_and_a_constant_column_has_none() {
    let (one, other) = ([1.0, 2.0, 3.0, 4.0, 5.0], [2.0, 1.0, 4.0, 3.0, 5.0]);
    let found = estimate(&one, &other).unwrap();
    close(found.value, 0.8);
    // tanh(artanh(0.8) +- 1.96 / sqrt(2))
    close(
        found.low.unwrap(),
        (0.8_f64.atanh() - 1.959_963_984_540_054 / 2_f64.sqrt()).tanh(),
    );
    assert!(found.high.unwrap() < 1.0);
    assert_eq!(estimate(&one[..3], &other[..3]).unwrap().low, None);
    assert_eq!(correlation(&one, &[0.1 + 0.2, 0.3, 0.3, 0.3, 0.3]), None);
    assert_eq!(correlation(&one, &other[..4]), None);
    assert_eq!(spearman_brown(&one, &[1.0; 5]), None);
    assert_eq!(alpha(&[vec![0.5; 5], vec![1.0; 5]]), None);
    assert_eq!(mean(&[], (0.0, 1.0)), None);
    assert_eq!(mean(&[0.5], (0.0, 1.0)).unwrap().low, None);
}
