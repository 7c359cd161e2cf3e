using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Features;
using SearchNews.Lucene.Util;

namespace SearchNews.Testing.Naive;

/// <summary>Scores every document of some segments straight from the formulas, in double precision: what searches are compared with.</summary>
/// <remarks>Phrases with slop are left out, since Lucene defines their frequency by a procedure.</remarks>
public sealed class NaiveSearch(IReadOnlyList<NaiveIndex> segments, double k1 = 1.2f, double b = 0.75f)
{
    private readonly MultiReader _reader = new([.. segments]);

    /// <summary>The live documents that match, with their scores.</summary>
    public Dictionary<int, double> Search(Query query)
    {
        var live = new Dictionary<int, double>();
        foreach ((int doc, double score) in All(query))
        {
            LeafReaderContext leaf = _reader.LeafOf(doc);
            if (leaf.Reader.LiveDocs is not { } liveDocs || liveDocs[doc - leaf.DocBase]) live[doc] = score;
        }

        return live;
    }

    private Dictionary<int, double> All(Query query) => query switch
    {
        TermQuery term => Terms(term.Term, (freq, norm, idf, average) => idf * freq / (freq + (k1 * (1 - b + (b * Length(norm) / average))))),
        PhraseQuery { Terms.Length: 0 } or MatchNoDocsQuery => [],
        PhraseQuery { Slop: 0 } phrase => Phrase(phrase),
        MatchAllDocsQuery => Enumerable.Range(0, _reader.MaxDoc).ToDictionary(doc => doc, _ => 1.0),
        MultiTermQuery terms => MultiTerm(terms),
        ConstantScoreQuery constant => All(constant.Query).ToDictionary(pair => pair.Key, _ => 1.0),
        BoostQuery boost => All(boost.Query).ToDictionary(pair => pair.Key, pair => pair.Value * boost.Boost),
        DisjunctionMaxQuery max => Max(max),
        FeatureQuery feature => Feature(feature),
        BooleanQuery boolean => Boolean(boolean),
        _ => throw new NotSupportedException($"No formula for {query}."),
    };

    private static double Length(long norm) => SmallFloat.Byte4ToInt((byte)norm);

    private static double Idf(double docCount, double docFreq) => Math.Log(1 + ((docCount - docFreq + 0.5) / (docFreq + 0.5)));

    private IEnumerable<(int Doc, NaivePosting Posting, long Norm)> Postings(Term term)
    {
        foreach (LeafReaderContext leaf in _reader.Leaves)
        {
            var index = (NaiveIndex)leaf.Reader;
            foreach (NaivePosting posting in index.NaiveTerms(term.Field)?.PostingsOf(term.Text) ?? [])
                yield return (leaf.DocBase + posting.Doc, posting, index.NormOf(term.Field, posting.Doc));
        }
    }

    private Dictionary<int, double> Terms(Term term, Func<double, long, double, double, double> score)
    {
        (double docCount, double average) = Statistics(term.Field);
        (int Doc, NaivePosting Posting, long Norm)[] postings = [.. Postings(term)];
        return postings.ToDictionary(entry => entry.Doc, entry => score(entry.Posting.Freq, entry.Norm, Idf(docCount, postings.Length), average));
    }

    private (double DocCount, double AverageLength) Statistics(string field)
    {
        double docCount = segments.Sum(segment => segment.GetTerms(field)?.DocCount ?? 0);
        return (docCount, segments.Sum(segment => segment.GetTerms(field)?.SumTotalTermFreq ?? 0) / docCount);
    }

    private Dictionary<int, double> Phrase(PhraseQuery phrase)
    {
        (double docCount, double average) = Statistics(phrase.Terms[0].Field);
        var postings = phrase.Terms.Select(term => Postings(term).ToDictionary(entry => entry.Doc)).ToList();
        double idf = postings.Sum(list => Idf(docCount, list.Count));
        var scores = new Dictionary<int, double>();
        foreach ((int doc, (int Doc, NaivePosting Posting, long Norm) first) in postings[0])
        {
            if (!postings.TrueForAll(list => list.ContainsKey(doc))) continue;
            double freq = first.Posting.Positions.Count(start => Enumerable.Range(0, phrase.Terms.Length)
                .All(i => postings[i][doc].Posting.Positions.Contains(start - phrase.Positions[0] + phrase.Positions[i])));
            if (freq > 0) scores[doc] = idf * freq / (freq + (k1 * (1 - b + (b * Length(first.Norm) / average))));
        }

        return scores;
    }

    private Dictionary<int, double> MultiTerm(MultiTermQuery query)
    {
        var scores = new Dictionary<int, double>();
        IEnumerable<string> terms = segments.SelectMany(segment => segment.NaiveTerms(query.Field)?.AllTerms ?? []).Distinct(StringComparer.Ordinal);
        foreach (string term in terms.Where(term => IsMatch(query, term)))
        {
            foreach ((int doc, _, _) in Postings(new Term(query.Field, term))) scores[doc] = 1;
        }

        return scores;
    }

    private static bool IsMatch(MultiTermQuery query, string term) => query switch
    {
        PrefixQuery prefix => term.StartsWith(prefix.Prefix, StringComparison.Ordinal),
        _ => new Term(query.Field, term).Bytes.SequenceCompareTo(query.FirstTerm) >= 0 && query.Match(new Term(query.Field, term).Bytes) == TermMatch.Yes,
    };

    private Dictionary<int, double> Feature(FeatureQuery query)
    {
        (int Doc, NaivePosting Posting, long Norm)[] postings = [.. Postings(query.Feature)];
        return postings.ToDictionary(entry => entry.Doc, entry =>
        {
            double value = FeatureField.Decode(entry.Posting.Freq);
            switch (query.Function)
            {
                case SaturationFunction saturation:
                    double pivot = saturation.Pivot ?? FeatureField.Decode((int)(float)postings.Average(posting => posting.Posting.Freq));
                    return value / (value + pivot);
                case LogFunction log:
                    return Math.Log(log.ScalingFactor + value);
                case SigmoidFunction sigmoid:
                    return 1 - (1 / (1 + Math.Pow(value / sigmoid.Pivot, sigmoid.Exponent)));
                default:
                    return value;
            }
        });
    }

    private Dictionary<int, double> Max(DisjunctionMaxQuery query)
    {
        var parts = query.Queries.Select(All).ToList();
        return parts.SelectMany(part => part.Keys).Distinct().ToDictionary(doc => doc, doc =>
        {
            double[] scores = [.. parts.Where(part => part.ContainsKey(doc)).Select(part => part[doc])];
            return scores.Max() + (query.TieBreaker * (scores.Sum() - scores.Max()));
        });
    }

    private Dictionary<int, double> Boolean(BooleanQuery query)
    {
        var parts = query.Clauses.Select(clause => (clause.Occur, Scores: All(clause.Query))).ToList();
        var scores = new Dictionary<int, double>();
        foreach (int doc in parts.SelectMany(part => part.Scores.Keys).Distinct())
        {
            var here = parts.Select(part => (part.Occur, Found: part.Scores.TryGetValue(doc, out double score), Score: score)).ToList();
            int optional = here.Count(part => part is { Occur: Occur.Should, Found: true });
            bool hasRequired = here.Exists(part => part.Occur is Occur.Must or Occur.Filter);
            if (here.Exists(part => part.Occur is Occur.Must or Occur.Filter && !part.Found)
                || here.Exists(part => part is { Occur: Occur.MustNot, Found: true })
                || optional < Math.Max(query.MinimumShouldMatch, hasRequired ? 0 : 1)) continue;
            scores[doc] = here.Where(part => part is { Found: true, Occur: Occur.Must or Occur.Should }).Sum(part => part.Score);
        }

        return scores;
    }
}
