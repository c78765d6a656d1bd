//! A guess at how much room an indsats takes, so that copyfitting begins with the right density.
//! A wrong guess costs time, never looks: the layouts measure.

use serde_json::Value;

/// Characters that a line holds in the normal density of `theme.toml`: of the recto's columns, the
/// verso's side column, its main column.
const CHARS: [f64; 3] = [50.0, 42.0, 60.0];
/// Lines that these hold: both columns of the recto, the verso's below the band. Fitted to the
/// measured heights of the 2024 report, on the low side.
const LINES: [f64; 3] = [94.0, 46.0, 34.0];
/// Lines that a chart takes.
const CHART: f64 = 11.0;

/// How full the spread probably is in the normal density: 1 where it is just full.
pub(super) fn omfang(indsats: &Value) -> f64 {
    let lines = |del: &Value, chars: f64| {
        let mut sum = Sum::default();
        sum.walk(del);
        sum.chars / chars + sum.paragraphs * 0.6 + sum.cells * 0.45 + sum.charts * CHART
    };
    let recto = lines(&indsats["blokke"], CHARS[0]);
    let side = lines(&indsats["brugere"], CHARS[1]) + lines(&indsats["geografi"], CHARS[1]) + 3.0;
    let main = lines(&indsats["lead"], CHARS[2] * 0.7) + lines(&indsats["beskrivelse"], CHARS[2]);
    let over = (main - LINES[2]).max(0.0);
    (side / LINES[1]).max((recto + over) / LINES[0])
}

#[derive(Default)]
struct Sum {
    chars: f64,
    paragraphs: f64,
    cells: f64,
    charts: f64,
}

impl Sum {
    fn walk(&mut self, value: &Value) {
        match value {
            Value::Object(map) => {
                if map.contains_key("kompakt") {
                    self.charts += 1.0;
                    return;
                }
                if map.get("t").and_then(Value::as_str) == Some("tekst") && map["c"].is_array() {
                    self.paragraphs += 1.0;
                }
                if map.contains_key("celler") {
                    self.cells += 2.2;
                }
                if let Some(tekst) = map.get("c").and_then(Value::as_str) {
                    self.chars += tekst.len() as f64;
                    return;
                }
                map.values().for_each(|v| self.walk(v));
            }
            Value::Array(list) => list.iter().for_each(|v| self.walk(v)),
            _ => {}
        }
    }
}
