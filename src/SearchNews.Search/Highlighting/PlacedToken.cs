using System.Runtime.InteropServices;

namespace SearchNews.Search.Highlighting;

/// <summary>A token that may be part of a phrase.</summary>
/// <param name="Term">Number of its term.</param>
/// <param name="Position">Its position.</param>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">Unit after the last.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PlacedToken(int Term, int Position, int Start, int End);
