using System.Runtime.InteropServices;

namespace SearchNews.Search.Highlighting;

/// <summary>A place that matched.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">Unit after the last.</param>
/// <param name="Source">What matched there: a term, phrase or prefix.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Match(int Start, int End, int Source);
