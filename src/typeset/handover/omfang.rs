//! A guess at how much room an indsats takes, so that copyfitting begins with the right density.
//! A wrong guess costs time, never looks: the layouts measure.

use serde_json::Value;

/// Words per line and lines per page, from the normal density of `theme.toml`: characters that a
/// line of the recto's column holds, of the verso's side column and main column.
const CHARS: [f64; 3] = [50.0, 42.0, 60.0];
/// Lines of the two recto columns together, of the verso's columns below the band.
const LINES: [f64; 3] = [106.0, 54.0, 34.0];
/// Lines that a chart takes.
const CHART: f64 = 11.0;
/// How much more than the normal density each density holds, loosest first.
const HOLDS: [f64; 5] = [0.80, 0.92, 1.0, 1.17, 1.40];

/// Index of the first density in which everything probably fits.
pub(super) fn taethed(indsats: &Value) -> usize {
    let lines = |del: &Value, chars: f64| {
        let mut sum = Sum::default();
        sum.walk(del);
        sum.chars / chars + sum.paragraphs * 0.6 + sum.cells * 0.45 + sum.charts * CHART
    };
    let recto = lines(&indsats["blokke"], CHARS[0]);
    let side = lines(&indsats["brugere"], CHARS[1]) + lines(&indsats["geografi"], CHARS[1]) + 3.0;
    let main = lines(&indsats["lead"], CHARS[2] * 0.7) + lines(&indsats["beskrivelse"], CHARS[2]);
    let over = (main - LINES[2]).max(0.0);
    let need = (side / LINES[1]).max((recto + over) / LINES[0]);
    HOLDS.iter().position(|h| need <= *h).unwrap_or(HOLDS.len() - 1)
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
