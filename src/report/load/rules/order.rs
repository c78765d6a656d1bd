//! The order of the indsatser and their files: each names the other.

use super::{RAPPORT_FILE, Rules, did_you_mean, indsats_file};
use crate::report::codes;
use crate::text;

pub(super) fn run(rules: &mut Rules<'_>) {
    let parts = rules.parts;
    let Some(rapport) = &parts.rapport else { return };
    let ids = || parts.ids.iter().map(String::as_str);
    for (n, id) in rapport.raekkefoelge.iter().enumerate() {
        if !parts.ids.contains(id) {
            let words = text!("load-no-file", id = shown(id));
            let free: Vec<&str> =
                ids().filter(|i| !rapport.raekkefoelge.iter().any(|r| r == i)).collect();
            let hint = if free.is_empty() {
                text!("load-no-file-hint", id = shown(id))
            } else {
                did_you_mean(id, free.into_iter())
            };
            rules.error(
                codes::ORDER_WITHOUT_FILE,
                (RAPPORT_FILE, &format!("raekkefoelge[{n}]")),
                words,
                hint,
            );
        }
    }
    for id in ids().filter(|id| !rapport.raekkefoelge.iter().any(|r| r == id)) {
        let words = text!("load-no-order", id = id);
        let hint = match rapport.overblik_raekkefoelge.is_empty() {
            true => text!("load-no-order-hint"),
            false => text!("load-no-orders-hint"),
        };
        rules.error(codes::FILE_WITHOUT_ORDER, (&indsats_file(id), ""), words, hint);
    }
    overview(rules, &rapport.raekkefoelge, &rapport.overblik_raekkefoelge);
}

fn overview(rules: &mut Rules<'_>, spreads: &[String], overview: &[String]) {
    if overview.is_empty() {
        return;
    }
    for (n, id) in overview.iter().enumerate().filter(|(_, id)| !spreads.contains(id)) {
        let words = text!("load-overview-extra", id = shown(id));
        let hint = did_you_mean(id, spreads.iter().map(String::as_str));
        let field = format!("overblik_raekkefoelge[{n}]");
        rules.error(codes::OVERVIEW_ORDER, (RAPPORT_FILE, &field), words, hint);
    }
    for (n, id) in spreads.iter().enumerate() {
        if overview.contains(id) || spreads.iter().take(n).any(|i| i == id) {
            continue;
        }
        let words = text!("load-overview-missing", id = shown(id));
        let hint = text!("load-overview-missing-hint");
        rules.error(codes::OVERVIEW_ORDER, (RAPPORT_FILE, "overblik_raekkefoelge"), words, hint);
    }
}

fn shown(id: &str) -> String {
    super::super::words::shown(id)
}
