using System.Text;
using SearchNews.Lucene.Analysis.English;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Embedded;
using SearchNews.Search.Indexing;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;
using SearchNews.Search.Spelling;
using SearchNews.Search.Stories;

namespace SearchNews.Search.Suggesting;

/// <summary>
/// Answers one question how typed text may go on: with terms, which are the text with its last word completed, and with headlines that have all its words, the last perhaps unfinished. Case and accents play no
/// part. What no article has is looked for one edit away, from five letters on. Belongs to one thread.
/// </summary>
internal sealed class Suggester
{
    // Of eight suggestions, five are terms when there are enough of both.
    private const double TermShare = 0.6;

    private readonly ArticleSnapshot _snapshot;
    private readonly SuggestTables _tables;
    private readonly TypedText _typed;
    private readonly int _size;
    private readonly CancellationToken _cancellationToken;

    // The words before the last, corrected where they had to be.
    private readonly string[] _words;
    private ContextDocs? _context;

    private Suggester(SuggestTables tables, SuggestRequest request, CancellationToken cancellationToken)
    {
        _snapshot = tables.Snapshot;
        _tables = tables;
        _typed = TypedText.Parse(request.Query);
        _size = request.Size;
        _cancellationToken = cancellationToken;
        _words = [.. _typed.Words.Select(word => Correct(word.Folded))];
    }

    /// <summary>The suggestions: terms, then headlines, each best first.</summary>
    public static IReadOnlyList<Suggestion> Suggest(SuggestTables tables, SuggestRequest request, CancellationToken cancellationToken) =>
        new Suggester(tables, request, cancellationToken).Run();

    private IReadOnlyList<Suggestion> Run()
    {
        if (string.IsNullOrWhiteSpace(_typed.Text)) return ToSuggestions([], Headlines([], _size));
        if (!_typed.CanGoOn) return [];
        if (_words.Length > 0)
        {
            _context = _tables.ArticlesWith([.. _words.Distinct(StringComparer.Ordinal).Select(TermsOf)], _cancellationToken);
            if (_context.Count == 0) return [];
        }

        string[] beginnings = _typed.Prefix.Length == 0 ? [] : [_typed.Prefix];
        List<Headline> headlines = Headlines(beginnings, _size);
        List<WordCompletion> terms = Complete(TermsBeside(headlines));
        if (terms.Count == 0 && headlines.Count == 0 && CanBeMistyped(_typed.Prefix))
        {
            terms = CompleteNearly();
            beginnings = [.. terms.Select(term => _tables.Words.Folded(term.Word))];
            if (beginnings.Length > 0) headlines = Headlines(beginnings, _size);
        }

        return ToSuggestions(terms, headlines);
    }

    private List<WordCompletion> Complete(int size)
    {
        (int from, int to) = _tables.Words.BeginningWith(_typed.Prefix);
        if (WordsOfFew() is { } few) return Best(few, word => word >= from && word < to, size);
        return Best(_tables.Words.MostFrequent(from, to), size);
    }

    private List<WordCompletion> CompleteNearly()
    {
        (int from, int to) = _tables.Words.BeginningWith(_typed.Prefix[..1]);
        bool IsNear(int word) => word >= from && word < to && PrefixEdits.BeginsNearly(_tables.Words.Folded(word), _typed.Prefix);
        if (WordsOfFew() is { } few) return Best(few, IsNear, _size);
        return Best(Enumerable.Range(from, to - from).Where(IsNear).OrderByDescending(_tables.Words.DocFreq).ThenBy(word => word), _size);
    }

    /// <summary>The words of the articles that have the words before, when those are few enough to be read; best first.</summary>
    private IReadOnlyList<WordCompletion>? WordsOfFew() => _context?.ReadWords(_snapshot, _tables.Words, _cancellationToken);

    private List<WordCompletion> Best(IReadOnlyList<WordCompletion> counted, Func<int, bool> isCandidate, int size) =>
        [.. counted.Where(c => isCandidate(c.Word) && !_words.Contains(_tables.Words.Folded(c.Word), StringComparer.Ordinal)).Take(size)];

    private List<WordCompletion> Best(IEnumerable<int> candidates, int size) =>
        new CompletionFinder(_tables.Words, new WordCounter(_snapshot.Reader, _context, _context?.Counts ?? _tables.Counts), _cancellationToken).Find(candidates, _words, size);

    private List<Headline> Headlines(string[] beginnings, int size) => new HeadlineFinder(_snapshot, _tables, _cancellationToken).Find(_words, beginnings, size);

    /// <summary>A word before the last as an article has it: itself, or when none does the most frequent word one edit away.</summary>
    private string Correct(string word)
    {
        if (!CanBeMistyped(word) || TermsExist(word) || EnglishStopWords.Set.Contains(word)) return word;
        return FuzzyTerms.Find(_snapshot.Reader, new Term(ArticleFields.Words, word), maxEdits: 1, SpellingRules.FixedPrefix, count: 50)
            .Select(near => TypedText.Fold(near.Term.Text))
            .Where(TermsExist)
            .OrderByDescending(_tables.Words.DocFreqOf)
            .ThenBy(near => near, StringComparer.Ordinal)
            .FirstOrDefault(word);
    }

    private static bool CanBeMistyped(string word) => word.Length >= PrefixEdits.MinLength && SpellingRules.MaxEdits(word) > 0;

    private bool TermsExist(string folded) => _tables.Words.DocFreqOf(folded) > 0;

    /// <summary>The terms of the index that a folded word stands for; stop words are not in the table.</summary>
    private IReadOnlyList<string> TermsOf(string folded) => _tables.Words.SpelledAs(folded) is { Count: > 0 } terms ? terms : [folded];

    private List<Suggestion> ToSuggestions(List<WordCompletion> terms, List<Headline> headlines)
    {
        var suggestions = new List<Suggestion>(_size);
        foreach (WordCompletion term in terms.Take(TermsBeside(headlines))) suggestions.Add(new Suggestion(TextOf(term), SuggestionKind.Term, null, term.Count));
        foreach (Headline headline in headlines.Take(_size - suggestions.Count)) suggestions.Add(new Suggestion(headline.Title, SuggestionKind.Headline, headline.Id, StorySizeOf(headline.Doc)));
        return suggestions;
    }

    /// <summary>How many terms there is room for.</summary>
    private int TermsBeside(List<Headline> headlines) => Math.Max((int)Math.Ceiling(_size * TermShare), _size - headlines.Count);

    private int StorySizeOf(int doc)
    {
        int story = _snapshot.Stories.StoryOf(doc);
        return story == SnapshotStories.Alone ? 1 : _snapshot.Stories.DocsOf(story).Length;
    }

    /// <summary>What was typed with its last word completed and words that no article has corrected; a quotation that is open is closed.</summary>
    private string TextOf(WordCompletion term)
    {
        var text = new StringBuilder();
        int at = 0;
        for (int i = 0; i < _words.Length; i++)
        {
            TypedWord typed = _typed.Words[i];
            if (_words[i] == typed.Folded) continue;
            text.Append(_typed.Text, at, typed.Start - at).Append(_words[i]);
            at = typed.End;
        }

        text.Append(_typed.Text, at, _typed.PrefixStart - at);
        if (_typed.Prefix.Length == 0 && text.Length > 0 && !char.IsWhiteSpace(text[^1])) text.Append(' ');
        text.Append(ShownWords.Of(_tables.Words[term.Word], _typed.Text.AsSpan(_typed.PrefixStart)));
        if (_typed.HasOpenQuote) text.Append('"');
        return text.ToString();
    }
}
