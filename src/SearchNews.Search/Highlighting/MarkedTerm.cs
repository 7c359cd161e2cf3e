using System.Runtime.InteropServices;

namespace SearchNews.Search.Highlighting;

/// <summary>A term that is looked for.</summary>
/// <param name="Alone">Where it is marked by itself.</param>
/// <param name="InPhrases">Where it may be part of a phrase.</param>
/// <param name="Source">What it counts as by itself when passages are compared.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MarkedTerm(MarkedFields Alone, MarkedFields InPhrases, int Source);
