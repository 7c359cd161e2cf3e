using System.Runtime.InteropServices;
using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search;

/// <summary>A term of one segment that was looked up: opens its postings without another search.</summary>
/// <param name="Terms">The field's terms in the segment.</param>
/// <param name="Term">The term.</param>
/// <param name="State">Where it is.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FoundTerm(Terms Terms, Term Term, TermState State)
{
    /// <summary>The postings, before the first document.</summary>
    public PostingsEnum Postings(PostingsFlags flags) => Terms.GetPostings(Term.Bytes, State, flags);

    /// <summary>The postings with score bounds; frequencies at least.</summary>
    public ImpactsEnum Impacts(PostingsFlags flags) => Terms.GetImpacts(Term.Bytes, State, flags);
}
