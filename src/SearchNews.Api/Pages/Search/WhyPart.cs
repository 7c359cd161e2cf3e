using SearchNews.Api.Pages.Markup;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Search;

/// <summary>A score in plain words, as a bar of its parts and as a table of them; they add up to it.</summary>
internal sealed class WhyPart(ExplainResponse explanation) : IHtml
{
    private static readonly (string Name, string Key, Func<ScoreParts, ScorePart> Of)[] Parts =
    [
        ("Words", "text", p => p.Text),
        ("Words side by side", "pairs", p => p.Pairs),
        ("Exact title", "title", p => p.ExactTitle),
        ("Quality", "quality", p => p.Quality),
        ("Coverage", "coverage", p => p.Coverage),
        ("Recency", "recency", p => p.Recency),
    ];

    public void WriteTo(HtmlWriter html)
    {
        (string Name, string Key, ScorePart Part)[] parts = [.. Parts.Select(p => (p.Name, p.Key, p.Of(explanation.Parts))).Where(p => p.Item3.Value != 0)];
        html.Write($"""
            <p class="why-sentence" dir="auto">{explanation.Sentence}</p>
            {(explanation.Matches ? null : new WhyNoMatch())}<svg class="why-bar" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label="Parts of the score {PageFormats.Score(explanation.Score)}; the table below has them">
            {Segments(parts)}</svg>
            <table class="why-parts">
            <caption class="unseen">Parts of the score</caption>
            <thead><tr><th scope="col">Part</th><th scope="col" class="number">Adds</th><th scope="col">Because</th></tr></thead>
            <tbody>
            {parts.Select(p => new WhyRow(p.Name, p.Key, p.Part))}</tbody>
            <tfoot><tr><th scope="row">Score</th><td class="number">{PageFormats.Score(explanation.Score)}</td><td></td></tr></tfoot>
            </table>

            """);
    }

    private static IEnumerable<IHtml> Segments((string Name, string Key, ScorePart Part)[] parts)
    {
        double x = 0;
        foreach ((string _, string key, ScorePart part) in parts)
        {
            double width = Math.Clamp(100.0 * part.Share, 0, 100 - x);
            yield return new WhySegment(key, x, width);
            x += width;
        }
    }
}
