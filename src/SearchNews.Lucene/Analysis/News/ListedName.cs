using System.Runtime.InteropServices;

namespace SearchNews.Lucene.Analysis.News;

/// <summary>A name that the word rules would take apart, and what to index instead.</summary>
/// <param name="Name">As people write it: <c>C#</c>, <c>.NET</c>, <c>AZ-500</c>. Matched in either case.</param>
/// <param name="Words">ASCII words that stand for it: <c>csharp</c>, <c>az az500</c>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ListedName(string Name, string Words)
{
    /// <summary>The name ends with a symbol, so that no letter can run on from it.</summary>
    internal bool EndsWithSymbol => !char.IsAsciiLetterOrDigit(Name[^1]);

    /// <summary>Place of the first symbol, by which names are found: there are far fewer of them in text than letters.</summary>
    internal int SymbolIndex => Name.AsSpan().IndexOfAnyExcept(ListedNames.LettersAndDigits);
}
