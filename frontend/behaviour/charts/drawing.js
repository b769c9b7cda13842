// A chart from plain data. Colours and sizes are read from the tokens of the page.
//
// {kind: "bars" | "columns" | "lines" | "radar", labels: […], unit, maximum,
//  series: [{name, values: […], role: "focus" | "median" | "best" | "other" | ""}], focus: index of a label}
import { BarChart, LineChart, RadarChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, RadarComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, LineChart, RadarChart, AriaComponent, GridComponent, LegendComponent, RadarComponent, TooltipComponent, SVGRenderer]);

const NARROW = 480;
const DIGITS = 2;
// The width of a letter, in sizes of the type.
const LETTER = 0.6;
// Above a radar stands a name of two lines, and below it another.
const ROOM_OF_NAMES = 58;
const numbers = (least) => new Intl.NumberFormat("vi-VN", { minimumFractionDigits: least, maximumFractionDigits: DIGITS });
const written = numbers(0);

export function draw(canvas, data) {
  const chart = init(canvas, null, { renderer: "svg" });
  const look = looks(canvas);
  chart.setOption({ ...frame(look), ...KINDS[data.kind](data, look) });
  return chart;
}

// light-dark() is resolved by the browser: a probe element tells the colour that is in force.
function looks(canvas) {
  const probe = canvas.appendChild(document.createElement("span"));
  const colour = (name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const look = {
    ink: colour("ink"), muted: colour("ink-muted"), line: colour("line"), paper: colour("paper"), others: colour("chart-others"),
    hues: [1, 2, 3, 4, 5, 6].map((number) => colour(`chart-${number}`)),
    size: parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.8125,
    isNarrow: canvas.clientWidth < NARROW,
    radius: Math.min(canvas.clientHeight * 0.46 - ROOM_OF_NAMES, canvas.clientWidth * (canvas.clientWidth < NARROW ? 0.22 : 0.28)),
    labelWidth: Math.round(canvas.clientWidth * 0.42),
    lineHeight: 18,
    typeface: getComputedStyle(document.body).fontFamily,
  };
  probe.remove();
  return look;
}

// A long name on lines of a few letters each, broken between words.
function folded(name, letters) {
  return name.split(" ").reduce((text, word) => (text.length - text.lastIndexOf("\n") + word.length > letters ? `${text}\n${word}` : `${text} ${word}`));
}

function frame(look) {
  return {
    animation: false,
    textStyle: { fontFamily: look.typeface, fontSize: look.size, color: look.ink },
    grid: { left: 8, right: 48, top: 16, bottom: 8, containLabel: true },
    // A tooltip drawn into the picture needs no inline style, which the policy of the page forbids.
    tooltip: { renderMode: "richText", confine: true, backgroundColor: look.paper, borderColor: look.line, textStyle: { color: look.ink, fontSize: look.size }, valueFormatter: shown },
  };
}

const shown = (value) => (value == null ? "–" : written.format(value));
const axisLook = (look) => ({
  axisLine: { lineStyle: { color: look.line } }, axisTick: { show: false },
  axisLabel: { color: look.muted, fontSize: look.size, formatter: shown }, splitLine: { lineStyle: { color: look.line } },
});
// Names take the room of the longest, and no more than their share of the picture.
const widthOf = (names, look) => Math.min(look.labelWidth, Math.ceil(Math.max(...names.map((name) => name.length), 1) * look.size * LETTER));
const categories = (data, look) => ({ ...axisLook(look), type: "category", data: data.labels, axisLabel: { color: look.ink, fontSize: look.size, width: widthOf(data.labels, look), overflow: "break", lineHeight: look.lineHeight } });
const values = (data, look) => ({ ...axisLook(look), type: "value", min: 0, max: data.maximum, splitNumber: look.isNarrow ? 2 : 5, name: data.unit ?? "", nameTextStyle: { color: look.muted } });

function colourOf(series, index, look) {
  return { focus: look.hues[0], other: look.others, median: look.muted, best: look.hues[2] }[series.role] ?? look.hues[index % look.hues.length];
}

// Figures beside each other have the same digits: 9,00 among 95,43, and 9 among 95.
function barSeries(series, index, data, look, position) {
  const alike = numbers(series.values.every((value) => value == null || Number.isInteger(value)) ? 0 : DIGITS);
  return {
    type: "bar", name: series.name, barMaxWidth: 18, itemStyle: { color: colourOf(series, index, look) },
    label: { show: data.series.length === 1, position, color: look.ink, fontSize: look.size, formatter: ({ value }) => (value == null ? "–" : alike.format(value)) },
    data: series.values.map((value, place) => ({ value, itemStyle: data.focus == null ? {} : { color: place === data.focus ? look.hues[0] : look.others } })),
  };
}

const thin = (series) => series.role === "median" || series.role === "best";

const KINDS = {
  bars: (data, look) => ({
    // The unit stands below the middle of its axis: at the end there is no room for it.
    xAxis: { ...values(data, look), nameLocation: "middle", nameGap: 26 },
    grid: { left: 8, right: 48, top: 16, bottom: data.unit ? 28 : 8, containLabel: true },
    yAxis: { ...categories(data, look), inverse: true },
    series: data.series.map((series, index) => barSeries(series, index, data, look, "right")),
    ...legend(data, look),
  }),
  columns: (data, look) => ({
    xAxis: { ...categories(data, look), axisLabel: { color: look.ink, fontSize: look.size, interval: 0, hideOverlap: true } },
    yAxis: values(data, look),
    series: data.series.map((series, index) => barSeries(series, index, data, look, "top")),
    ...legend(data, look),
  }),
  lines: (data, look) => ({
    xAxis: { ...categories(data, look), boundaryGap: false },
    yAxis: values(data, look),
    grid: { left: 8, right: 120, top: 16, bottom: 8, containLabel: true },
    series: data.series.map((series, index) => ({
      type: "line", name: series.name, data: series.values, symbol: "circle", symbolSize: thin(series) ? 0 : 6,
      lineStyle: { width: thin(series) ? 1 : 2, type: series.role === "median" ? "dashed" : "solid" },
      itemStyle: { color: colourOf(series, index, look) },
      endLabel: { show: true, color: colourOf(series, index, look), formatter: "{a}", fontSize: look.size },
      labelLayout: { moveOverlap: "shiftY" },
    })),
  }),
  radar: (data, look) => ({
    radar: {
      indicator: data.labels.map((name, index) => ({ name: folded(name, look.isNarrow ? 11 : 16), max: data.maxima?.[index] ?? data.maximum })), center: ["50%", "46%"], radius: look.radius,
      axisName: { color: look.ink, fontSize: look.size, lineHeight: look.lineHeight }, splitArea: { show: false },
      splitLine: { lineStyle: { color: look.line } }, axisLine: { lineStyle: { color: look.line } },
    },
    series: [{
      type: "radar", symbolSize: 5,
      data: data.series.map((series, index) => ({
        name: series.name, value: series.values, itemStyle: { color: colourOf(series, index, look) },
        lineStyle: { width: thin(series) ? 1 : 2, type: series.role === "median" ? "dashed" : "solid" },
        areaStyle: { opacity: series.role === "focus" ? 0.12 : 0 },
      })),
    }],
    ...legend(data, look, true),
  }),
};

function legend(data, look, always = false) {
  const isNeeded = always || data.series.length > 1;
  return { legend: { show: isNeeded, bottom: 0, icon: "roundRect", itemWidth: 12, itemHeight: 4, textStyle: { color: look.ink, fontSize: look.size } }, ...(isNeeded && !always ? { grid: { left: 8, right: 48, top: 16, bottom: data.kind === "bars" && data.unit ? 56 : 36, containLabel: true } } : {}) };
}
