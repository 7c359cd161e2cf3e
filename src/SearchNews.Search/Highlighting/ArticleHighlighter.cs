using SearchNews.Lucene.Index;
using SearchNews.Search.QuerySyntax;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Highlighting;

/// <summary>
/// Shows which words of a hit matched, by analysing its title and excerpt once more: only the articles of one page are looked at, and nothing is kept in the index
/// for it. Keeps its buffers from hit to hit; belongs to one thread.
/// </summary>
internal sealed class ArticleHighlighter
{
    private readonly HighlightTerms _terms;
    private readonly HighlightMode _mode;
    private readonly TextMatcher _matcher;
    private readonly MarkWriter _writer = new();
    private readonly List<HighlightSpan> _marks = [];

    private ArticleHighlighter(HighlightTerms terms, HighlightMode mode)
    {
        _terms = terms;
        _mode = mode;
        _matcher = new TextMatcher(terms);
    }

    /// <summary>A highlighter of the hits of a query; null when none is wanted.</summary>
    /// <param name="mode">What to show.</param>
    /// <param name="compiled">The query that found them.</param>
    /// <param name="reader">The index.</param>
    /// <param name="docCount">Articles with text.</param>
    public static ArticleHighlighter? Of(HighlightMode mode, CompiledQuery compiled, IndexReader reader, long docCount) =>
        mode == HighlightMode.None ? null : new ArticleHighlighter(HighlightTerms.Of(compiled, reader, docCount), mode);

    /// <summary>What matched in an article.</summary>
    /// <param name="title">The title, as it was indexed and is answered.</param>
    /// <param name="excerpt">The excerpt, likewise.</param>
    public Highlights Highlight(string title, string excerpt)
    {
        if (_mode == HighlightMode.Offsets) return Highlights.Empty with { Offsets = new HighlightOffsets(Offsets(title, MarkedFields.Title), Offsets(excerpt, MarkedFields.Excerpt)) };
        return _terms.IsEmpty ? Highlights.Empty : new Highlights(Passages(title, MarkedFields.Title), Passages(excerpt, MarkedFields.Excerpt));
    }

    private HighlightSpan[] Offsets(string text, MarkedFields field)
    {
        Find(text, field);
        return [.. _marks];
    }

    private string[] Passages(string text, MarkedFields field)
    {
        Find(text, field);
        if (_marks.Count == 0) return [];
        HighlightSpan passage = field == MarkedFields.Title ? new HighlightSpan(0, text.Length) : BestPassage.Find(text, _matcher.Matches, _terms.Sources);
        return [_writer.Write(text, passage, _marks)];
    }

    private void Find(string text, MarkedFields field)
    {
        _marks.Clear();
        _matcher.Find(text, field);
        _matcher.AddMarks(text, _marks);
    }
}
