using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;

namespace SearchNews.Search.Explaining;

/// <summary>Finds the terms that a query scores by.</summary>
internal static class QueryTerms
{
    /// <summary>The distinct terms, in the order of the query; words of phrases included, expansions of prefixes not.</summary>
    public static IReadOnlyList<Term> Of(Query query)
    {
        var terms = new List<Term>();
        var open = new Stack<Query>();
        open.Push(query);
        while (open.TryPop(out Query? next))
        {
            switch (next)
            {
                case TermQuery term:
                    AddOnce(terms, term.Term);
                    break;
                case PhraseQuery phrase:
                    foreach (Term term in phrase.Terms) AddOnce(terms, term);
                    break;
                case BoostQuery boost:
                    open.Push(boost.Query);
                    break;
                case BooleanQuery boolean:
                    foreach (BooleanClause clause in boolean.Clauses.Reverse())
                    {
                        if (clause.IsScoring) open.Push(clause.Query);
                    }

                    break;
            }
        }

        return terms;
    }

    private static void AddOnce(List<Term> terms, Term term)
    {
        if (!terms.Contains(term)) terms.Add(term);
    }
}
