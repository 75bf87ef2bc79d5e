package dev.portico.bench;

/// A line of the report: one of the numbers that a row measures.
record Line(String row, String number, String title, String unit, Floor floor) {}
