namespace SearchNews.Search;

/// <summary>Marks the assembly; replaced by its first types.</summary>
internal static class AssemblyMarker;
