using System.Runtime.InteropServices;

namespace SearchNews.Api.Observability;

/// <summary>What requests are counted by. Each part has few values: known methods, templates of routes, statuses.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RequestKind(string Method, string Route, int Status);
