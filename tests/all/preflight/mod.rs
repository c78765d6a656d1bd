//! Preflight: the project's own print files pass, and every planted defect is caught by its rule.

mod damage;
mod defects;
mod hostile;
mod plants;
