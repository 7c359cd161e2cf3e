using System.Text;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.QuerySyntax;

/// <summary>
/// Finds the indexed words that a prefix or a spelling stands for, once for a search however often it is compiled. Works on <c>words</c>, whose terms are whole,
/// where those of the ranked field are stems. Belongs to one thread.
/// </summary>
internal sealed class WordVariants
{
    private const byte FirstBeyondAscii = 0x80;

    private const int MaxAccented = BooleanQuery.MaxClauseCount - 1;

    private readonly IndexReader _reader;
    private readonly Dictionary<FuzzyQuery, Query> _spellings = [];
    private readonly Dictionary<string, (Query Query, bool IsCut)> _prefixes = new(StringComparer.Ordinal);

    /// <summary>Looks the words up in one snapshot.</summary>
    public WordVariants(IndexReader reader) => _reader = reader;

    /// <summary>The words spelled nearly like a term of <c>words</c>.</summary>
    public Query SpelledLike(string term, int maxEdits)
    {
        var query = new FuzzyQuery(new Term(ArticleFields.Words, term), maxEdits);
        if (!_spellings.TryGetValue(query, out Query? spelled)) _spellings[query] = spelled = query.Rewrite(_reader);
        return spelled;
    }

    /// <summary>The words that begin with some letters, case and accents aside, as they are for words.</summary>
    /// <param name="prefix">The letters.</param>
    /// <param name="isCut">True when there are more words with other accents than one query may have clauses, and the last were left out.</param>
    public Query BeginningWith(string prefix, out bool isCut)
    {
        string folded = ArticleSchema.News.Normalize(prefix);
        if (!_prefixes.TryGetValue(folded, out (Query Query, bool IsCut) found))
        {
            var plain = new PrefixQuery(ArticleFields.Words, folded);
            Query[] accented = [.. AccentedBeginningWith(folded).Select(term => new TermQuery(term))];
            Query query = accented.Length == 0 ? plain : new ConstantScoreQuery(BooleanQuery.Of(Occur.Should, [plain, .. accented]));
            _prefixes[folded] = found = (query, accented.Length == MaxAccented);
        }

        isCut = found.IsCut;
        return found.Query;
    }

    /// <summary>
    /// The words that begin with the folded letters only once they are folded too. They follow a beginning of the
    /// letters with something beyond ASCII, so only those ranges of the dictionary are looked at.
    /// </summary>
    private SortedSet<Term> AccentedBeginningWith(string folded)
    {
        var found = new SortedSet<Term>();
        byte[] letters = Encoding.UTF8.GetBytes(folded);
        foreach (LeafReaderContext leaf in _reader.Leaves)
        {
            if (leaf.Reader.GetTerms(ArticleFields.Words)?.GetTermsEnum() is not { } terms) continue;
            for (int same = 0; same < letters.Length; same++)
            {
                byte[] from = [.. letters.AsSpan(0, same), FirstBeyondAscii];
                for (bool more = terms.SeekCeil(from) != SeekStatus.End; more && terms.Term.StartsWith(letters.AsSpan(0, same)); more = terms.MoveNext())
                {
                    if (terms.Term.StartsWith(letters)) continue;
                    if (found.Count == MaxAccented) return found;
                    if (ArticleSchema.News.Normalize(Encoding.UTF8.GetString(terms.Term)).StartsWith(folded, StringComparison.Ordinal)) found.Add(new Term(ArticleFields.Words, terms.Term));
                }

                // The ranges after the first letter that is not ASCII itself lie within this one.
                if (letters[same] >= FirstBeyondAscii) break;
            }
        }

        return found;
    }
}
