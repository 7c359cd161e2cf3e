using System.Runtime.InteropServices;

namespace SearchNews.Search.Responses;

/// <summary>A matched word or phrase: UTF-16 units of the title or excerpt of the hit, as answered.</summary>
/// <param name="Start">First unit.</param>
/// <param name="End">Unit after the last.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct HighlightSpan(int Start, int End);
